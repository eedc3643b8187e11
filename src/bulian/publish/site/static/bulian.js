// Keys of the judgement form: A, C, R press their buttons; nothing happens while somebody types.
"use strict";
document.documentElement.classList.add("js");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const button = document.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button) { event.preventDefault(); button.focus(); button.click(); }
});
// Who judges is remembered in this browser.
const by = document.querySelector('input[name="by"]');
if (by) {
  by.value = by.value || localStorage.getItem("bulian.by") || "";
  by.form.addEventListener("submit", () => localStorage.setItem("bulian.by", by.value));
}
