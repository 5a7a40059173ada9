// Draws a rule's page. Texts become text nodes; nothing is ever taken as markup.

import type { JSX } from "preact";
import { readExample, readMarkdown, type Block, type ExampleRow, type Span } from "../../lib/markdown.ts";
import "./index.css";

interface Names {
  speaks: string;
  quiet: string;
}

/** The first heading is left out: the page around it shows it already. */
export function Markdown({ text, names }: { text: string; names: Names }) {
  const blocks = readMarkdown(text).filter((it) => it.kind !== "heading" || it.level > 1);
  return <div class="markdown">{blocks.map((it, at) => <BlockOf key={at} block={it} names={names} />)}</div>;
}

function BlockOf({ block, names }: { block: Block; names: Names }): JSX.Element {
  switch (block.kind) {
    case "heading":
      return <h4><Spans spans={block.spans} /></h4>;
    case "paragraph":
      return <p><Spans spans={block.spans} /></p>;
    case "list": {
      const items = block.items.map((it, at) => <li key={at}><Spans spans={it} /></li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "code": {
      const tables = block.language === "roster" ? readExample(block.text) : [];
      if (tables.length === 0) return <pre tabIndex={0}>{block.text}</pre>;
      return <>{tables.map((it, at) => <Example key={at} rows={it} names={names} />)}</>;
    }
  }
}

function Spans({ spans }: { spans: Span[] }) {
  return <>{spans.map((it) => (it.mark === "code" ? <code>{it.text}</code> : it.mark === "strong" ? <strong>{it.text}</strong> : it.text))}</>;
}

function Example({ rows, names }: { rows: ExampleRow[]; names: Names }) {
  const [header, ...body] = rows;
  return (
    <div class="example" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header?.cells.map((it, at) => <th key={at} scope="col">{it}</th>)}
            <td />
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={at} class={row.facts.length > 0 ? "example-speaks" : "example-quiet"}>
              {row.cells.map((it, cell) => <td key={cell}>{it}</td>)}
              <td class="example-verdict">{row.facts.length > 0 ? `✕ ${names.speaks}` : `✓ ${names.quiet}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
