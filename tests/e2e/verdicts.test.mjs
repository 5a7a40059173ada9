// What the answer says: one number for one thing, nobody where nobody was read, the stage, and what is forgotten.

import assert from "node:assert/strict";
import { test } from "node:test";
import { again, check, counts, open, soon, useSite } from "./support/index.mjs";

const site = useSite();

const HEADER = "姓名,性别,出生日期,身份证件类型,身份证件号,联系电话\n";
const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const wrong = csv("一班.csv", `${HEADER}王小明,男,20150901,居民身份证,110101201509010017,13800000001\n李小红,女,20150902,居民身份证,110101201509020020,13800000002\n`);
const START_OVER = ".tools > .button";

test("beginning anew masks values again, forgets the stage and opens the findings", async () => {
  const page = await open(site.context, site.address);
  await check(page, wrong);
  await page.click(".downloads-shown input");
  await soon(() => page.locator('[role=gridcell]:has-text("王小明")').count(), 1);
  await page.click(".options summary");
  await again(page, () => page.selectOption("#option-stage", "after-import"));
  await page.click("#lists-tab-groups");
  await page.click(START_OVER);
  await page.waitForSelector('main[data-phase="empty"]');
  assert.equal(await page.inputValue("#option-stage"), "before-import");
  await check(page, wrong);
  assert.equal(await page.isChecked(".downloads-shown input"), false);
  assert.equal(await page.getAttribute("#lists-tab-findings", "aria-selected"), "true");
  await soon(() => page.locator('[role=gridcell]:has-text("王**")').count(), 1);
  await page.close();
});

test("a stage that was chosen before the files holds, and is told", async () => {
  const page = await open(site.context, site.address);
  await page.click(".options summary");
  await page.selectOption("#option-stage", "after-import");
  await check(page, wrong);
  assert.match(await page.innerText(".verdict [data-stage=after-import]"), /导入系统之后/);
  await page.close();
});

test("the answer says the stage after import, and nothing of submitting", async () => {
  const page = await open(site.context, site.address);
  await check(page, wrong);
  assert.equal(await page.locator(".verdict [data-stage=after-import]").count(), 0);
  await page.click(".options summary");
  await again(page, () => page.selectOption("#option-stage", "after-import"));
  assert.match(await page.innerText(".verdict"), /有错误要处理[^]*已经是或者会成为问题学籍[^]*按“导入系统之后”检查/);
  assert.doesNotMatch(await page.innerText(".verdict"), /提交|拒收/);
  await page.close();
});

test("the errors of the sentence are those of the number below", async () => {
  const page = await open(site.context, site.address);
  await check(page, wrong, csv("坏的.xlsx", "PK\u0003\u0004 no more of it"));
  const { errors } = await counts(page);
  const said = await page.innerText(".verdict-why");
  assert.ok(errors > 1);
  assert.match(said, new RegExp(`^有 ${errors} 处错误：1 个文件没能读出来；其余 ${errors - 1} 处，`));
  await page.close();
});

test("where no pupil was read the answer says that, and no count of errors", async () => {
  const lists = [csv("只有表头.csv", HEADER), csv("采购单.csv", "品名,数量\n粉笔,20\n黑板擦,5\n"), csv("空白.csv", "\n\n")];
  for (const list of lists) {
    const page = await open(site.context, site.address);
    await check(page, list);
    assert.match(await page.innerText(".verdict h1, .failed h1"), /没有读到学生|没有可以检查的内容/, list.name);
    assert.doesNotMatch(await page.innerText("main"), /处错误，系统会拒收/, list.name);
    await page.close();
  }
});

test("a list that no template was chosen for is cautioned about beside its warnings", async () => {
  const page = await open(site.context, site.address);
  await check(page, csv("名单.csv", "姓名,性别,班级\n王小明,男生,一班\n李小红,女,一班\n"));
  const { errors, warnings } = await counts(page);
  assert.ok(errors === 0 && warnings > 0, `${errors} ${warnings}`);
  assert.match(await page.innerText(".verdict-why"), /处警告[^]*没有按导入模板检查/);
  await page.close();
});

test("the name of a parameter on the command line is no part of the form", async () => {
  const page = await open(site.context, site.address);
  await page.click(".options summary");
  await page.click("#option-settings");
  const line = page.locator("[data-parameter=date_form]");
  assert.doesNotMatch(await line.innerText(), /date_form/);
  assert.match(await line.getAttribute("title"), /date_form/);
  await page.close();
});
