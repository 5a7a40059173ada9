// A field for one password. What was typed leaves the field the moment it is given.

import { useId, useRef } from "preact/hooks";
import "./index.css";

interface Props {
  label: string;
  button: string;
  busy: boolean;
  /** Why the last password did not do; empty when none was given. */
  failure: string;
  give(password: string): void;
}

export function Password({ label, button, busy, failure, give }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const submit = (event: Event): void => {
    event.preventDefault();
    const input = field.current;
    if (!input || input.value === "") return;
    const password = input.value;
    input.value = "";
    give(password);
  };
  return (
    <form class="password" onSubmit={submit}>
      <label for={id}>{label}</label>
      <input ref={field} id={id} type="password" autocomplete="off" readOnly={busy} aria-invalid={failure !== ""} aria-describedby={`${id}-failure`} />
      <button type="submit" class="button" aria-disabled={busy}>{button}</button>
      <span id={`${id}-failure`} class="password-failure" role="status">{busy ? "" : failure}</span>
    </form>
  );
}
