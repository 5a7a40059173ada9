// What the npm package id-validator says of identity numbers: a list of them as JSON on standard input, what it says
// of each as JSON on standard output. The argument is the folder whose node_modules has the package.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.argv[2], "of.cjs"));
const IdValidator = require("id-validator");
const validator = new IdValidator(require("id-validator/src/GB2260.js"));
const said = JSON.parse(readFileSync(0, "utf8")).map((number) => {
  try {
    return validator.isValid(number) ? "accepted" : "rejected";
  } catch (error) {
    return error.name;
  }
});
process.stdout.write(JSON.stringify(said));
