// What the tests of the page share: the built page on this machine, a browser, rosters, and the
// command line to compare with.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(new URL("../../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const dist = join(root, "dist");
export const singleFile = pathToFileURL(join(dist, "rostercheck.html")).href;
export const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const today = "2026-11-21";

export const commandLine = resolve(root, process.env.built_program ?? "target/release/rostercheck");
const BROWSER = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

/** Serves `dist/` on this machine; gives the address and a stop. */
export async function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).replace(/^(\.\.[/\\])+/, "");
    try {
      const file = join(dist, path === "/" ? "index.html" : path);
      const body = readFileSync(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A test file ends, failed or not, though nobody comes to stop this.
  server.unref();
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** The built page on this machine and a browser for it, from the first test of a file to its last. */
export function useSite(options = {}) {
  const site = {};
  before(async () => {
    Object.assign(site, await serve());
    site.context = await browse(options);
  });
  after(async () => {
    site.stop();
    await site.context?.close();
  });
  return site;
}

/** A browser with a profile of its own. Now and then one crashes while it starts, before it has seen
 * a page; then another is started. */
export async function browse(options = {}) {
  const executablePath = BROWSER.find((it) => existsSync(it));
  if (!executablePath) throw new Error("Chromium is missing; `./build.sh test` installs it.");
  for (let left = 2; left > 0; left--) {
    try {
      return await launch(executablePath, options);
    } catch (error) {
      console.error(`The browser did not start, once more: ${error.message.split("\n", 1)}`);
    }
  }
  return launch(executablePath, options);
}

function launch(executablePath, options) {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "rostercheck-e2e-")), {
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
}

/** Makes rosters in `target/e2e/NAME` and gives the folder. */
export function rosters(name, ...options) {
  const folder = join(root, "target/e2e", name);
  mkdirSync(folder, { recursive: true });
  // `build.sh test` says where it has the program already; cargo would build it again with other features.
  const [program, ...before] = process.env.built_xtask ? [process.env.built_xtask] : ["cargo", "run", "--quiet", "--package", "xtask", "--"];
  execFileSync(program, [...before, "roster", ...options, "-o", folder], { cwd: root });
  return folder;
}

/** The command line's JSON report, as bytes. */
export function report(...files) {
  const options = ["check", "--today", today, "--format", "json", ...files];
  const run = spawnSync(commandLine, options, { maxBuffer: 1 << 30 });
  if (run.error) throw run.error;
  return run.stdout;
}

/** Does something that starts the check again, and waits for its end. */
export async function again(page, act) {
  await page.$eval("main", (main) => main.removeAttribute("data-rows"));
  await act();
  await page.waitForSelector('main[data-phase="done"][data-rows], main[data-phase="failed"]', { timeout: 120_000 });
}

/** Asks again until the answer is this one: what a key or a click does is drawn a moment later. */
export async function soon(ask, expected, message) {
  const until = Date.now() + 5_000;
  let answer = await ask();
  while (answer !== expected && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    answer = await ask();
  }
  assert.equal(answer, expected, message);
}

/** The focus comes to the element with this id. */
export function focused(page, id, message) {
  return soon(() => page.evaluate(() => document.activeElement?.id), id, message);
}

/** Opens the page, sets the date of the tests and waits until the engine is ready. `first` runs in
 * the page before its own script. */
export async function open(context, address, first) {
  const page = await context.newPage();
  if (first) await page.addInitScript(first);
  await page.clock.setFixedTime(new Date(`${today}T12:00:00`));
  await page.goto(address);
  await page.waitForSelector("html[data-ready]");
  return page;
}

/** Chooses files and waits for the end of the check. */
export async function check(page, ...files) {
  await page.setInputFiles("input[type=file]", files);
  await finished(page);
}

export async function finished(page) {
  await page.waitForSelector('main[data-phase="done"], main[data-phase="failed"]', { timeout: 120_000 });
}

/** The counts `main` carries. */
export function counts(page) {
  return page.$eval("main", (main) => {
    const { errors, warnings, infos, groups, rows } = main.dataset;
    return { errors: +errors, warnings: +warnings, infos: +infos, groups: +groups, rows: +rows };
  });
}

/** The same counts in a report. */
export function countsOf(bytes) {
  const { summary, groups } = JSON.parse(bytes);
  const { rows, errors, warnings, infos } = summary;
  return { errors, warnings, infos, groups: groups.length, rows };
}

/** Presses a download button and gives name and bytes. */
export async function download(page, format) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-format=${format}]`).first().click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
