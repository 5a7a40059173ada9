// The pure functions and the words as a plain module, for `node --test`.
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "node_modules/.cache/tests",
    emptyOutDir: true,
    lib: { entry: "test/library.ts", formats: ["es"], fileName: "library" },
  },
});
