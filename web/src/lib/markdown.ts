// The part of Markdown that rule pages use, as plain data. What draws it sets texts only.

export type Block =
  | { kind: "heading"; level: number; spans: Span[] }
  | { kind: "paragraph"; spans: Span[] }
  | { kind: "list"; ordered: boolean; items: Span[][] }
  | { kind: "code"; language: string; text: string };

export interface Span {
  text: string;
  mark: "plain" | "strong" | "code";
}

/** Reads a page. Whatever is not understood stays as text; nothing is lost. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r?\n/);
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", spans: readSpans(joinLines(paragraph)) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const fence = /^```(.*)$/.exec(line);
    const heading = /^(#{1,4})\s+(.*)$/.exec(line);
    const item = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/.exec(line);
    if (fence) {
      flush();
      const code: string[] = [];
      for (at += 1; at < lines.length && !(lines[at] ?? "").startsWith("```"); at += 1) code.push(lines[at] ?? "");
      blocks.push({ kind: "code", language: (fence[1] ?? "").trim(), text: code.join("\n") });
    } else if (heading) {
      flush();
      blocks.push({ kind: "heading", level: (heading[1] ?? "").length, spans: readSpans(heading[2] ?? "") });
    } else if (item) {
      flush();
      addItem(blocks, item[1] !== undefined, readSpans(item[2] ?? ""), lines[at - 1]);
    } else if (line.trim() === "") {
      flush();
    } else {
      paragraph.push(line.trim());
    }
  }
  flush();
  return blocks;
}

function addItem(blocks: Block[], ordered: boolean, spans: Span[], before: string | undefined): void {
  const last = blocks[blocks.length - 1];
  if (last?.kind === "list" && last.ordered === ordered && (before ?? "").trim() !== "") last.items.push(spans);
  else blocks.push({ kind: "list", ordered, items: [spans] });
}

/** Chinese lines are joined without a space, others with one. */
function joinLines(lines: string[]): string {
  return lines.reduce((text, line) => {
    const isWide = /[\u2e80-\uffef]$/.test(text) || /^[\u2e80-\uffef]/.test(line);
    return text === "" ? line : text + (isWide ? "" : " ") + line;
  }, "");
}

function readSpans(text: string): Span[] {
  const spans: Span[] = [];
  const pattern = /`([^`]+)`|\*\*([^*]+)\*\*/g;
  let from = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (found.index > from) spans.push({ text: text.slice(from, found.index), mark: "plain" });
    if (found[1] !== undefined) spans.push({ text: found[1], mark: "code" });
    else spans.push({ text: found[2] ?? "", mark: "strong" });
    from = found.index + found[0].length;
  }
  if (from < text.length) spans.push({ text: text.slice(from), mark: "plain" });
  return spans;
}

/** One line of an example sheet: cells, and whether the rule speaks about them. */
export interface ExampleRow {
  cells: string[];
  facts: string[];
}

/** Characters nobody would see are written as escapes in examples; readers get a sign in their place. */
function visible(text: string): string {
  return text.replace(/\\s/g, "␣").replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, code: string) => `⟨U+${code.toUpperCase()}⟩`);
}

/** The tables of a `roster` block, the first row of each its header. Blocks that are none give an empty list. */
export function readExample(text: string): ExampleRow[][] {
  const tables: ExampleRow[][] = [[]];
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    const table = tables[tables.length - 1] ?? [];
    if (line.startsWith("|")) {
      const cells = line.replace(/^\|/, "").replace(/\|$/, "").split("|");
      table.push({ cells: cells.map((it) => visible(it.trim())), facts: [] });
    } else if (line.startsWith("!")) {
      table[table.length - 1]?.facts.push(line.slice(1).trim());
    } else if (line === "" && table.length > 0) {
      tables.push([]);
    }
  }
  return tables.filter((it) => it.length > 1);
}
