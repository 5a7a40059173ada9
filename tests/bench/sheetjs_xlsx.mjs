// The subset over a workbook, read by SheetJS. README.md lists the rules; `xlsx` is found from the working folder.
import { createRequire } from "node:module";
import { join } from "node:path";

const XLSX = createRequire(join(process.cwd(), "package.json"))("xlsx");
const RULES = {
  姓名: /^.+$/,
  性别: /^[男女]$/,
  出生日期: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
  身份证件号: /^\d{17}[\dX]$/,
  民族: /^.+$/,
  联系电话: /^1\d{10}$/,
  学校标识码: /^\d{10}$/,
  入学年月: /^\d{6}$/,
  户口所在地行政区划代码: /^\d{6}$/,
  班号: /^.+$/,
};
const KEYS = [["身份证件号"], ["姓名", "性别", "出生日期"], ["姓名", "联系电话"]];

const book = XLSX.readFile(process.argv.at(-1), { dense: true, cellHTML: false, cellText: false });
const [header, ...rows] = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, defval: "" });
let wrong = 0;
for (const [name, rule] of Object.entries(RULES)) {
  const at = header.indexOf(name);
  for (const row of rows) if (!rule.test(row[at])) wrong += 1;
}
const repeated = KEYS.map((key) => {
  const at = key.map((name) => header.indexOf(name));
  const seen = new Map();
  for (const row of rows) {
    const text = at.map((it) => row[it]).join("\u0001");
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  let count = 0;
  for (const times of seen.values()) if (times > 1) count += times;
  return count;
});
console.log(rows.length, wrong, repeated);
