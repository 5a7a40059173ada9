// Nothing leaves the page and nothing stays in it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { check, download, open, rosters, soon, useSite } from "./support/index.mjs";

const folder = rosters("privacy", "--rows", "60", "--faults", "0.9", "--seed", "3", "--duplicates", "0.05");
const site = useSite();

test("no request is made after the page is ready, whatever is done", async () => {
  const page = await open(site.context, site.address);
  const requests = [];
  site.context.on("request", (it) => {
    // A blob is memory of the page itself.
    if (!it.url().startsWith("blob:")) requests.push(it.url());
  });
  await check(page, join(folder, "roster.xlsx"));
  await page.locator(".findings-rule h3 button").first().click();
  await page.locator(".occurrences-one").first().click();
  await page.click("#lists-tab-groups");
  await page.locator(".group").first().waitFor();
  for (const format of ["json", "csv", "xlsx"]) await download(page, format);
  await page.click("[data-act=fix]");
  await page.waitForSelector(".fixes-done[data-steps='1']");
  await download(page, "corrected");
  await page.click(".downloads-shown input");
  await download(page, "xlsx");
  await page.click(".downloads .template summary");
  await download(page, "template");
  await page.click("[data-act=divide]");
  await download(page, "divided");
  await page.keyboard.press("Escape");
  await page.click("[data-act=undo]");
  await page.waitForSelector(".fixes-done[data-steps='0']", { state: "attached" });
  await page.click(".tools > .button");
  await page.click(".start-sample button");
  await page.waitForSelector('main[data-phase="done"]');
  await page.setInputFiles("input[type=file]", [join(folder, "roster.csv")]);
  await page.click(".running .button", { timeout: 400 }).catch(() => undefined);
  await page.waitForSelector("html[data-ready]");
  await page.waitForTimeout(500);
  assert.deepEqual(requests, []);
  await page.close();
});

test("the modules are asked for before the page has loaded, not after", async () => {
  const page = await site.context.newPage();
  const after = [];
  const before = [];
  let isLoaded = false;
  page.on("load", () => (isLoaded = true));
  page.on("request", (it) => it.url().startsWith("blob:") || (isLoaded ? after : before).push(it.url()));
  await page.goto(site.address);
  await page.waitForSelector("html[data-ready]");
  await page.waitForTimeout(300);
  assert.deepEqual(after, []);
  assert.equal(before.length, 10, before.join(" "));
  assert.ok(before.every((it) => it.startsWith(site.address)));
  await page.close();
});

test("the page cannot connect, not even to where it came from", async () => {
  const page = await open(site.context, site.address);
  const outcome = await page.evaluate(() => fetch(location.href).then(() => "reached", () => "refused"));
  assert.equal(outcome, "refused");
  const socket = await page.evaluate(() => {
    try {
      return new Promise((resolve) => {
        const it = new WebSocket(location.href.replace("http", "ws"));
        it.onerror = () => resolve("refused");
        it.onopen = () => resolve("reached");
      });
    } catch {
      return "refused";
    }
  });
  assert.equal(socket, "refused");
  await page.close();
});

test("a worker cannot connect either", async () => {
  const page = await open(site.context, site.address);
  const outcome = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const text = `fetch("${address}").then(() => postMessage("reached"), () => postMessage("refused"));`;
        const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
        worker.onmessage = (event) => resolve(event.data);
      }),
    site.address,
  );
  assert.equal(outcome, "refused");
  await page.close();
});

test("scripts and styles that are not the page's own do not run", async () => {
  const page = await open(site.context, site.address);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.body.append(script);
    const style = document.createElement("style");
    style.textContent = "main { display: none }";
    document.head.append(style);
    return [globalThis.ran ?? false, getComputedStyle(document.querySelector("main")).display];
  });
  assert.deepEqual(ran, [false, "block"]);
  await page.close();
});

test("a text never runs as a script once the engine is ready", async () => {
  const page = await open(site.context, site.address);
  const evaluated = () =>
    page.evaluate(
      () =>
        // Later, since a script of the tests may do what the page's own may not.
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve((0, eval)("'ran'"));
            } catch (error) {
              resolve(error.name);
            }
          }, 0);
        }),
    );
  await soon(evaluated, "EvalError");
  await page.close();
});

test("nothing is stored", async () => {
  const page = await open(site.context, site.address);
  await check(page, join(folder, "roster.gbk.csv"));
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, cookies: "", databases: 0, caches: 0, workers: 0 });
  assert.deepEqual(await site.context.cookies(), []);
  await page.close();
});

test("a cell that looks like markup is a text", async () => {
  const page = await open(site.context, site.address);
  const text = '姓名,性别\n<img src=x onerror="globalThis.ran=1">,男\n=HYPERLINK("http://x"),女\n';
  await page.setInputFiles("input[type=file]", [{ name: "a<b>.csv", mimeType: "text/csv", buffer: Buffer.from(text) }]);
  await page.waitForSelector('main[data-phase="done"]');
  await page.click(".downloads-shown input");
  await page.waitForFunction(() => document.querySelector(".table")?.textContent?.includes("<img"));
  assert.equal(await page.locator("main img").count(), 0);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  await page.close();
});
