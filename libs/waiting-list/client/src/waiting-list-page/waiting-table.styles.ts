/** The table of a waiting list: the reason has the most room; on a phone the rank stands beside the name. */
export const tableStyles = `
  th.cell-main {
    inline-size: 23%;
  }
  .waiting td,
  .waiting th {
    vertical-align: top;
  }
  .waiting tbody td,
  .waiting tbody th {
    padding-block: 10px;
  }
  .rank {
    font-size: var(--text-large);
    font-weight: 620;
    line-height: 1.2;
  }
  td lotse-chip {
    white-space: nowrap;
  }
  .col-urgency {
    white-space: nowrap;
  }
  .col-urgency .cell-sub {
    margin-block-start: 4px;
  }
  .col-reason {
    inline-size: 33%;
  }
  .waiting td,
  .waiting .cell-sub {
    line-height: 1.35;
  }
  @media screen and (max-width: 700px) {
    .waiting tbody th.cell-main {
      inline-size: auto;
    }
    .waiting tbody tr {
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: var(--space-3);
    }
    .waiting tbody td,
    .waiting tbody th {
      grid-column: 1 / -1;
      padding-block: 3px;
    }
    .waiting tbody .rank {
      grid-column: 1;
      grid-row: 1;
      display: block;
      padding: 1px 9px;
      align-self: start;
      border-radius: var(--radius);
      background: var(--selected);
      color: var(--pine);
    }
    .waiting tbody .rank::before {
      content: none;
    }
    .waiting tbody th {
      grid-column: 2;
      grid-row: 1;
      padding-block: 0 6px;
    }
    .waiting .col-urgency {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px var(--space-3);
    }
    .col-urgency .cell-sub {
      margin: 0;
    }
    .col-reason {
      inline-size: auto;
    }
    .waiting .cell-acts .button {
      inline-size: 100%;
      min-block-size: 44px;
    }
  }
`;
