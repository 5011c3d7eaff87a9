/** How a week is drawn. A row is five minutes; an hour is as high as three lines of text. */
export const weekStyles = `
  .week { --row: 6px; display: grid; grid-template-columns: 3.25rem repeat(var(--week-days), minmax(0, 1fr));
    border: 1px solid var(--hairline); border-radius: var(--radius-panel); background: var(--surface); user-select: none; }
  .week-hours, .week-slots { display: grid; grid-template-rows: repeat(var(--week-rows), var(--row)); margin: 0; padding: 0; list-style: none; }
  .week-hours { margin-block: 3.25rem var(--space-2); font-size: var(--text-small); color: var(--muted);
    font-variant-numeric: tabular-nums; text-align: end; }
  .week.has-absences { grid-template-rows: auto repeat(var(--absences), auto) auto; }
  .week.has-absences .week-hours { grid-area: -2 / 1 / -1; margin-block-start: 0; }
  .week.has-absences .week-day { display: grid; grid-row: 1 / -1; grid-template-rows: subgrid; grid-template-columns: minmax(0, 1fr); }
  .week.has-absences .week-slots { grid-row: -2 / -1; }
  .week-absences { display: grid; grid-row: 2 / -2; grid-template-rows: subgrid; grid-template-columns: minmax(0, 1fr); margin: 0; padding: 0; list-style: none; }
  .week-absence { min-inline-size: 0; margin-block-end: 3px; padding: 4px 6px; overflow-wrap: anywhere;
    background: repeating-linear-gradient(-45deg, var(--paused-ground) 0 6px, var(--hover) 6px 12px); color: var(--ink); font-size: var(--text-small); line-height: 15px; }
  .week-absence span { display: block; }
  .week-absent { font-weight: 600; }
  .week-hours span { padding-inline-end: var(--space-2); line-height: 1; transform: translateY(-0.4em); }
  .week-hours span:first-child { transform: none; }
  .week-day { min-inline-size: 0; border-inline-start: 1px solid var(--hairline); }
  .week-head { display: flex; align-items: baseline; gap: var(--space-2); block-size: 3.25rem; margin: 0; padding: var(--space-3) var(--space-3) 0;
    font-size: var(--text-base); font-weight: 600; line-height: 1.4; }
  .week-date { font-variant-numeric: tabular-nums; font-weight: 400; color: var(--muted); }
  .week-holiday { margin-inline-start: auto; font-size: var(--text-small); font-weight: 400; color: var(--muted); }
  .week-day.is-today .week-head { color: var(--pine); box-shadow: inset 0 3px 0 var(--pine); }
  .week-day.is-today:last-child .week-head { border-start-end-radius: calc(var(--radius-panel) - 1px); }
  .week-day.is-today .week-date { color: inherit; }
  .week-slots { padding-block-end: var(--space-2);
    background: repeating-linear-gradient(to bottom, var(--hairline) 0 1px, transparent 1px calc(12 * var(--row))); }
  .week-slots.is-away { background: repeating-linear-gradient(to bottom, var(--hairline) 0 1px, transparent 1px calc(12 * var(--row))),
    repeating-linear-gradient(-45deg, transparent 0 6px, var(--paused-ground) 6px 12px); }
  .slot-block.is-away { border-inline-start-style: double; }
  .week-slot { grid-column: 1; inline-size: calc(100% / var(--lanes)); margin-inline-start: calc(100% / var(--lanes) * var(--lane));
    min-inline-size: 0; padding: 1px 3px 2px; }
  .week-slot lotse-slot-block, .week-slot .popup-host { display: block; block-size: 100%; }
  .slot-block { display: flex; flex-direction: column; align-items: stretch; gap: 1px; inline-size: 100%; block-size: 100%; overflow: hidden;
    padding: 2px 6px; border: 1px solid var(--outline); border-inline-start-width: 4px; border-radius: var(--radius);
    background: var(--surface); color: var(--ink); font: inherit; font-size: var(--text-small); line-height: 15px; text-align: start; cursor: pointer; white-space: nowrap; }
  .slot-block > * { flex: none; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .slot-block .slot-time { font-weight: 600; font-variant-numeric: tabular-nums; }
  .slot-block .slot-state { display: flex; align-items: center; gap: var(--space-1); }
  .slot-block .slot-state span { overflow: hidden; text-overflow: ellipsis; }
  .slot-block.is-open { border-color: var(--pine); background: var(--selected); }
  .slot-block.is-held { border-color: var(--due-ink); background: var(--due-ground); color: var(--due-ink); border-style: dashed; border-inline-start-style: solid; }
  .slot-block.is-held { background-image: repeating-linear-gradient(-45deg, transparent 0 6px, var(--paused-ground) 6px 8px); }
  .slot-block.is-blocked { border-color: var(--outline); background: repeating-linear-gradient(-45deg, var(--surface) 0 5px, var(--hover) 5px 10px); color: var(--muted); }
  .slot-block.is-taken, .slot-block.is-running { border-color: var(--hairline); border-inline-start-color: var(--outline); background: var(--hover); color: var(--muted); }
  .slot-block.is-unused, .slot-block.is-past { border-color: var(--hairline); border-inline-start-color: var(--hairline); background: var(--surface); color: var(--muted); }
  .slot-block:hover { outline: 1px solid currentColor; outline-offset: -1px; }
  .slot-block:focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; }
  .slot-block.is-short > * { flex: 0 1 auto; }
  .slot-block.is-short .slot-time { flex: none; }
  .slot-block.is-short { flex-direction: row; align-items: center; gap: var(--space-2); padding-block: 0; }
  .slot-block.is-narrow { padding-inline: 4px; }
  .week-slot { position: relative; z-index: 1; }
  .week-slot.is-movable .slot-block { touch-action: pan-y; }
  .slot-grip { position: absolute; inset-inline: 8px; inset-block-end: 0; block-size: 7px; cursor: ns-resize; }
  .slot-grip::after { content: ''; display: block; inline-size: 18px; block-size: 2px; margin: 2px auto 0; border-radius: 1px; background: currentColor; opacity: 0; }
  .week-slot:hover .slot-grip::after { opacity: 0.5; }
  .week-ghost { grid-column: 1; z-index: 2; margin-inline: 3px; padding: 2px 6px; border: 2px dashed var(--focus); border-radius: var(--radius); background: var(--selected);
    color: var(--ink); font-size: var(--text-small); font-weight: 600; font-variant-numeric: tabular-nums; pointer-events: none; }
  .week-now { grid-column: 1; block-size: 0; border-block-start: 2px solid var(--focus); pointer-events: none; }
  .slot-panel { inline-size: min(18rem, 80vw); padding: var(--space-3) var(--space-3) var(--space-2); }
  .slot-panel-time { margin: 0; font-weight: 600; }
  .slot-panel p { margin: 0 0 var(--space-1); }
  @media print {
    body:has(.week) { page: list; }
    .week { --row: min(4.1px, calc((492px - var(--absences, 0) * 28px) / var(--week-rows))); break-inside: avoid; }
    .week-head { block-size: 1.75rem; padding-block-start: var(--space-1); }
    .week-hours { margin-block-start: 1.75rem; }
    .week-absence { padding-block: 1px; border: 1px dashed var(--outline); background: none; font-size: 7.25pt; line-height: 9.7px; }
    .week .week-slot .popup-host { display: block !important; }
    .week-now { display: none; }
    .slot-block, .slot-block.is-held, .slot-block.is-blocked { gap: 0; padding-block: 1px; background: none; font-size: 7.25pt; line-height: 9.7px; }
    .slot-block .slot-state lotse-icon { display: none; }
  }
  @media (forced-colors: active) { .slot-block { border-inline-start-width: 4px; } }
`;
