// The field for looking for a pupil in the sheets.

import { useRef } from "preact/hooks";
import { words } from "../../state/all_words.ts";
import { search, searched } from "../../state/search.ts";

export function Search() {
  const it = words.value;
  const field = useRef<HTMLInputElement>(null);
  const found = searched.value;
  const look = (event: SubmitEvent): void => {
    event.preventDefault();
    void search(field.current?.value ?? "");
  };
  return (
    <form class="roster-search" role="search" onSubmit={look}>
      <label>
        <span>{it.search}</span>
        <input type="text" inputMode="search" ref={field} placeholder={it.searchFor} autocomplete="off" spellcheck={false} />
      </label>
      <button type="submit" class="button">{it.searchNext}</button>
      <span role="status">{found && (found.all === 0 ? it.searchNone(found.text) : it.visitAt(found.at, found.all))}</span>
    </form>
  );
}
