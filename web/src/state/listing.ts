// The listing of the folder of scans: names, sizes, first and last bytes. The files themselves are not kept.

import { computed, signal } from "@preact/signals";
import type { ScanFile } from "../wire/index.ts";

export interface Listing {
  /** The name of the folder. */
  folder: string;
  scans: ScanFile[];
}

const listingNow = signal<Listing | undefined>(undefined);

/** Counts how often everything was forgotten, so that a folder that was being read then is, too. */
let forgotten = 0;

export const listing = computed(() => listingNow.value);

export function setListing(value: Listing | undefined): void {
  listingNow.value = value;
}

export function forgetListing(): void {
  forgotten += 1;
  listingNow.value = undefined;
}

export function timesForgotten(): number {
  return forgotten;
}
