// The field in which the active cell gets another text.

import { useEffect, useRef } from "preact/hooks";
import { words } from "../../state/all_words.ts";
import { changeFailure, isChanging } from "../../state/changes.ts";
import { startTyping, stopTyping, typed, typing } from "../../state/typing.ts";
import { focusTable } from "./table.tsx";

/** As many characters as a cell of a workbook holds. */
const CELL_MAX = 32_767;

export function Typing({ address }: { address: string }) {
  const it = words.value;
  const text = typing.value;
  if (text === undefined) {
    return <button type="button" class="plain" data-act="type" aria-disabled={isChanging.value} onClick={() => void startTyping()}>{it.typeInto}</button>;
  }
  return <Field key={address} address={address} text={text} />;
}

function Field({ address, text }: { address: string; text: string }) {
  const it = words.value;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (): void => {
    stopTyping();
    focusTable();
  };
  const take = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const now = field.current?.value ?? "";
    // A field has no line breaks; they stay where nothing else was changed.
    if (now === text.replace(/[\r\n]/g, "")) leave();
    else if (await typed(now)) focusTable();
  };
  return (
    <form class="typing" onSubmit={(event) => void take(event)} onKeyDown={(event) => event.key === "Escape" && !event.isComposing && leave()}>
      <input type="text" ref={field} defaultValue={text} maxLength={CELL_MAX} aria-label={it.typeIntoCell(address)} autocomplete="off" spellcheck={false} />
      <button type="submit" class="button" aria-disabled={isChanging.value}>{it.typeTake}</button>
      <button type="button" class="plain" onClick={leave}>{it.typeLeave}</button>
      {changeFailure.value && <span role="alert">{changeFailure.value}</span>}
    </form>
  );
}
