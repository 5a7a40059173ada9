// Numbers of things in English.

import { count } from "../lib/format.ts";

export const many = (value: number, one: string, more: string): string => `${count(value)} ${value === 1 ? one : more}`;
