// The page as static files that work below any path; in the mode `single`, as what is written into one file.
import { defineConfig } from "vite";

export default defineConfig(({ mode }) => ({
  base: "./",
  // An import is an import: there are no styles that would have to come before a script that is apart.
  plugins: [{ name: "plain-import", enforce: "pre", load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null) }],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    // Offices keep their browsers for years.
    target: ["es2020", "chrome87"],
    cssTarget: "chrome87",
    outDir: mode === "single" ? "node_modules/.cache/single" : "../dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    // The licences of what is bundled ask to be passed on with it.
    license: { fileName: "licenses.md" },
    // The English sentences and what shows a result are scripts of their own, which come behind; one file has
    // no second script to ask for.
    rolldownOptions: { output: { codeSplitting: mode !== "single" } },
  },
}));
