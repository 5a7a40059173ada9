// The field for the password of one locked file.

import { words } from "../../state/language.ts";
import { files } from "../../state/session.ts";
import { isLocked, unlock, unlockFailure, unlocking } from "../../state/unlocking.ts";
import { Password } from "../../ui/password/index.tsx";

/** `at` is the place of the file in the run. */
export function Unlock({ at }: { at: number }) {
  const it = words.value;
  const file = files.value[at];
  if (!isLocked(at) || !file) return null;
  return (
    <Password
      label={it.password(file.name)}
      button={unlocking.value === file ? it.unlocking : it.unlock}
      busy={unlocking.value !== undefined}
      failure={unlockFailure(file)}
      give={(password) => void unlock(at, password)}
    />
  );
}
