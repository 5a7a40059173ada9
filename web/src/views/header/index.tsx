// The name, the promise, the language.

import { language, switchLanguage, words } from "../../state/language.ts";
import "./index.css";

export function Header() {
  const it = words.value;
  return (
    <header class="header">
      <a class="header-skip" href="#content">{it.skip}</a>
      <div class="header-line">
        <p class="header-name">
          <span class="header-seal" aria-hidden="true">{language.value === "zh" ? "查" : "R"}</span>
          {it.title}
        </p>
        <p class="header-privacy">{it.privacy}</p>
        <button type="button" class="plain" lang={language.value === "zh" ? "en" : "zh-CN"} aria-label={it.otherLanguageLabel} onClick={switchLanguage}>
          {it.otherLanguage}
        </button>
      </div>
    </header>
  );
}
