// A list to choose from, in the place of what was guessed.

import type { ComponentChildren } from "preact";
import { words } from "../../state/all_words.ts";
import { version } from "../../state/session.ts";

interface ChoiceProps {
  id: string;
  title: string;
  /** What a screen reader calls it. */
  name: string;
  /** Empty while it is guessed. */
  now: string;
  guess: string;
  choose: (value: string) => void;
  children: ComponentChildren;
}

/** One thing that is guessed, and what it can be instead. */
export function Choice({ id, title, name, now, guess, choose, children }: ChoiceProps) {
  // What was chosen may not hold.
  void version.value;
  return (
    <label class="sources-choice">
      <span>{title}</span>
      <select id={id} value={now} aria-label={name} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words.value.automatic(guess)}</option>
        {children}
      </select>
    </label>
  );
}
