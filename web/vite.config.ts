// The page as static files that work below any path; in the mode `single`, as what is written into one file.
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

/** An import of a script that is apart: its styles are there before it. What comes with Vite also preloads scripts. */
const stylesFirst = `export const __vitePreload = (load, styles = [], from) =>
  Promise.all(styles.map((path) => new Promise((there, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(path, from).href;
    link.onload = there;
    link.onerror = () => failed(new Error(link.href));
    document.head.append(link);
  }))).then(load);`;

/** As every report says it: the version of the program, and of its rules. */
const found = (file: string, pattern: RegExp) => pattern.exec(readFileSync(new URL(file, import.meta.url), "utf8"))?.[1] ?? "";
const version = `${found("../Cargo.toml", /^version = "(.+)"/m)} (${found("../crates/roster-rules/src/lib.rs", /PACK: &str = "(.+)"/)})`;

export default defineConfig(({ mode }) => ({
  define: { __VERSION__: JSON.stringify(version) },
  base: "./",
  plugins: [{ name: "styles-first", enforce: "pre", load: (id) => (id.includes("vite/preload-helper") ? stylesFirst : null) }],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    // Offices keep their browsers for years.
    target: ["es2020", "chrome87"],
    cssTarget: "chrome87",
    outDir: mode === "single" ? "node_modules/.cache/single" : "../dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // What shows a result has its styles apart, too.
    cssCodeSplit: mode !== "single",
    modulePreload: false,
    // The licences of what is bundled ask to be passed on with it.
    license: { fileName: "licenses.md" },
    // The English sentences and what shows a result are scripts of their own, which come behind; one file has
    // no second script to ask for.
    rolldownOptions: { output: { codeSplitting: mode !== "single" } },
  },
}));
