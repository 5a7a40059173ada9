// The last line, and the way to the rule book that lies beside the page.

import { hasBook, language, words } from "../../state/language.ts";
import "./index.css";

export function Footer() {
  return (
    <footer class="footer">
      <p>{words.value.footer}</p>
      {hasBook && (
        <p>
          <a href={`docs/${language.value}/index.html`} target="_blank" rel="noopener">{words.value.book}</a>
        </p>
      )}
    </footer>
  );
}
