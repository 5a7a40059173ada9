// The listing of the folder of scans: names, sizes and first bytes. The files themselves are not kept.

import { computed, signal } from "@preact/signals";
import type { ScanFile } from "../wire/index.ts";

export interface Listing {
  /** The name of the folder. */
  folder: string;
  scans: ScanFile[];
}

const listingNow = signal<Listing | undefined>(undefined);

export const listing = computed(() => listingNow.value);

export function setListing(value: Listing | undefined): void {
  listingNow.value = value;
}
