import { html } from './html';
import { letter } from './letter';

describe('what is printed', () => {
  // @req ASVS 5.0.0-1.2.1, 5.0.0-1.1.2
  it('is text, whatever somebody has typed', () => {
    const name = `<script>alert('x')</script>"&`;
    expect(html`<p>${name}</p>`.text).toBe('<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;</p>');
    const list = html`<ul>
        ${['a<', 'b'].map((one) => html`<li>${one}</li>`)}
      </ul>
      ${null}${undefined}${7}`;
    expect(list.text.replaceAll(/\s/g, '')).toBe('<ul><li>a&lt;</li><li>b</li></ul>7');
  });

  it('fetches nothing', () => {
    const document = letter({
      language: 'de',
      title: 'Auskunft',
      sender: 'Praxis',
      facts: [['Datum', '22.11.2026']],
      body: html`<h1>Ja</h1>`,
      foot: '',
    });
    expect(document).not.toMatch(/https?:|src=|url\(|@import/);
    expect(document).toContain('<html lang="de">');
  });
});
