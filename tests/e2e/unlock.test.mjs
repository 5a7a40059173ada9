// Files with a password: named, opened where the user gives it, and the password kept nowhere.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { again, axeSource, check, counts, open, root, rosters, soon, useSite } from "./support/index.mjs";

const locked = (name) => join(root, "tests/fixtures/locked", name);
const PASSWORD = "xueji-2026";
const other = join(rosters("unlock", "--rows", "20", "--faults", "0.2"), "roster.csv");
const site = useSite();
const inspected = useSite({ bypassCSP: true });

for (const name of ["agile.xlsx", "standard.xlsx", "rc4.xls", "calc.ods"]) {
  test(`${name} is opened with its password, and not with another`, async () => {
    const page = await open(site.context, site.address);
    await check(page, locked(name));
    assert.equal(await page.getAttribute("main", "data-phase"), "failed");
    const field = page.locator(".password input");
    await field.fill("not-this");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (document.querySelector(".password-failure")?.textContent ?? "").length > 4, undefined, { timeout: 60_000 });
    assert.equal(await page.getAttribute(".password input", "aria-invalid"), "true");
    assert.equal(await field.inputValue(), "", "what was typed is gone");
    await field.fill(PASSWORD);
    await page.click(".password .button");
    await page.waitForSelector('main[data-phase="done"]', { timeout: 60_000 });
    assert.ok((await counts(page)).rows > 0);
    await soon(() => page.locator(".password").count(), 0);
    await page.close();
  });
}

test("other files are checked meanwhile, and stay when the locked one is opened", async () => {
  const page = await open(site.context, site.address);
  await check(page, locked("agile.xlsx"), other);
  assert.equal(await page.getAttribute("main", "data-phase"), "done");
  const before = (await counts(page)).rows;
  assert.match(await page.innerText(".verdict-unread"), /agile\.xlsx/);
  await page.fill(".password input", PASSWORD);
  await again(page, () => page.keyboard.press("Enter"));
  assert.ok((await counts(page)).rows > before);
  // A later check of the same files does not ask again.
  await page.click(".options summary");
  const rows = (await counts(page)).rows;
  await again(page, () => page.selectOption("#option-stage", "after-import"));
  assert.equal((await counts(page)).rows, rows);
  await soon(() => page.locator(".password").count(), 0);
  await page.close();
});

test("starting over forgets the password", async () => {
  const page = await open(site.context, site.address);
  await check(page, locked("agile.xlsx"), other);
  await page.fill(".password input", PASSWORD);
  await again(page, () => page.keyboard.press("Enter"));
  await page.click(".tools > .button");
  await check(page, locked("agile.xlsx"));
  await soon(() => page.locator(".password").count(), 1);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML]));
  assert.ok(!kept.includes(PASSWORD));
  await page.close();
});

test("a locked file stays open when more files come, are cancelled, or come during a check", async () => {
  const page = await open(site.context, site.address);
  await check(page, locked("agile.xlsx"));
  await page.fill(".password input", PASSWORD);
  await page.keyboard.press("Enter");
  // Until the password is known to be right, nothing is there that could be checked.
  await page.waitForSelector('main[data-phase="done"]');
  const opened = await counts(page);
  const large = { name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(`姓名,性别\n${"张三,男\n".repeat(3_000_000)}`) };
  await page.setInputFiles("input[type=file]", large);
  await page.waitForSelector(".running");
  await again(page, () => page.click(".running .button"));
  assert.deepEqual(await counts(page), opened);
  assert.match(await page.innerText(".notices"), /回到原来的文件/);
  // The check is not over when the next file comes.
  await page.setInputFiles("input[type=file]", other);
  await page.setInputFiles("input[type=file]", locked("rc4.xls"));
  await page.waitForSelector('main[data-phase="done"] .verdict-unread');
  assert.equal(await page.locator(".verdict-unread").count(), 1);
  assert.match(await page.innerText(".verdict-unread"), /rc4\.xls/);
  assert.equal((await counts(page)).rows, opened.rows + 20);
  await page.close();
});

for (const language of ["zh", "en"]) {
  test(`the field for a password has a name and is accessible (${language})`, async () => {
    const page = await open(inspected.context, `${site.address}?lang=${language}`);
    await page.addScriptTag({ content: axeSource });
    for (const files of [[locked("agile.xlsx")], [locked("agile.xlsx"), other]]) {
      await check(page, ...files);
      await soon(() => page.locator(".password").count(), 1);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map((it) => `${it.id} ${it.nodes.map((node) => node.target).join(" ")}`), []);
    }
    await page.close();
  });
}
