// The page as static files that work below any path.
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    // Offices keep their browsers for years.
    target: ["es2020", "chrome87"],
    cssTarget: "chrome87",
    outDir: "../dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    // The licences of what is bundled ask to be passed on with it.
    license: { fileName: "licenses.md" },
    // One script: nothing is asked for after the page has loaded.
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
