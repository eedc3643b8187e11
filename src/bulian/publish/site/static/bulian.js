// Keys of the judgement form: A, C, R press their buttons; nothing happens while somebody types.
"use strict";
document.documentElement.classList.add("js");
// In the queue J and K go from item to item, and the other keys press the buttons of the item that has the focus.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const items = [...document.querySelectorAll("[data-item]")];
  const here = items.indexOf(event.target.closest("[data-item]"));
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (step && items.length) {
    event.preventDefault();
    items[Math.min(Math.max(here + step, 0), items.length - 1)].focus();
    return;
  }
  const within = items.length ? items[here] : document;
  const button = within && within.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button) { event.preventDefault(); button.focus(); button.click(); }
});
// Who judges is remembered in this browser.
for (const by of document.querySelectorAll('input[name="by"]')) {
  by.value = by.value || localStorage.getItem("bulian.by") || "";
  by.form.addEventListener("submit", () => localStorage.setItem("bulian.by", by.value));
}
