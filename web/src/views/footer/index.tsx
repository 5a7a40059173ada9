// The last line.

import { words } from "../../state/language.ts";
import "./index.css";

export function Footer() {
  return (
    <footer class="footer">
      <p>{words.value.footer}</p>
    </footer>
  );
}
