import assert from "node:assert/strict";
import { test } from "node:test";
import { readExample, readMarkdown } from "../node_modules/.cache/tests/library.js";

test("the shapes rule pages use", () => {
  const text = "# 题\n\n一行\n两行\n\n## Why\n\n- a `b`\n- **c**\n\n1. d\n\n```roster\n| x |\n```\n";
  assert.deepEqual(readMarkdown(text).map((it) => it.kind), ["heading", "paragraph", "heading", "list", "list", "code"]);
  const [, paragraph, , list] = readMarkdown(text);
  assert.deepEqual(paragraph.spans, [{ text: "一行两行", mark: "plain" }]);
  assert.deepEqual(list.items, [
    [{ text: "a ", mark: "plain" }, { text: "b", mark: "code" }],
    [{ text: "c", mark: "strong" }],
  ]);
});

test("whatever is no Markdown stays as text", () => {
  for (const text of ["<img src=x onerror=alert(1)>", "a ** b", "`open", "#no", "[a](javascript:x)"]) {
    assert.deepEqual(readMarkdown(text), [{ kind: "paragraph", spans: [{ text, mark: "plain" }] }]);
  }
  assert.deepEqual(readMarkdown("```\nnever closed"), [{ kind: "code", language: "", text: "never closed" }]);
  assert.deepEqual(readMarkdown(""), []);
});

test("examples become tables with the rows a rule speaks of", () => {
  const tables = readExample("| 姓名 | 性别 |\n| 张\\s三 | 男 |\n! name\n| 李四 | \\u{3000} |\n---");
  assert.deepEqual(tables, [[
    { cells: ["姓名", "性别"], facts: [] },
    { cells: ["张␣三", "男"], facts: ["name"] },
    { cells: ["李四", "⟨U+3000⟩"], facts: [] },
  ]]);
  assert.deepEqual(readExample("no table"), []);
});
