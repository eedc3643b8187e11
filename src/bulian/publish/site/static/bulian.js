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
// A form that names parts of the page answers while somebody moves its slider or chooses: one question at a time
// goes to the server, and the last one always goes. What stands in the named parts is replaced, not the parts, so
// that the map keeps its place and the open panel stays open.
for (const form of document.querySelectorAll("form[data-swap]")) {
  let busy = false, moved = false;
  const answer = async () => {
    moved = true;
    if (busy) return;
    busy = true;
    while (moved) {
      moved = false;
      const address = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
      const told = await fetch(address).catch(() => null);
      if (!told || !told.ok) { location.href = address; return; }
      const page = new DOMParser().parseFromString(await told.text(), "text/html");
      const parts = document.querySelectorAll(form.dataset.swap), fresh = page.querySelectorAll(form.dataset.swap);
      parts.forEach((part, at) => part.replaceChildren(...fresh[at].childNodes));
      history.replaceState(null, "", address + location.hash);
    }
    busy = false;
  };
  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-percent]")) said(event.target);
    answer();
  });
}
// Beside a slider stands what it is set to, and a screen reader says the same.
function said(slider) {
  const told = `${Math.round(slider.value * 100)}%`;
  slider.setAttribute("aria-valuetext", told);
  slider.form.querySelector("output").textContent = told;
}
document.querySelectorAll("[data-percent]").forEach(said);
// The map fits the window; it may be drawn larger, moved with the pointer, and put back.
function movable() {
  for (const canvas of document.querySelectorAll(".canvas")) {
    const map = canvas.querySelector("svg");
    if (!map || canvas.querySelector(".zoom")) continue;
    const whole = map.getAttribute("viewBox").split(" ").map(Number);
    let view = [...whole], from = null;
    const show = () => map.setAttribute("viewBox", view.join(" "));
    const zoom = (by) => {
      const size = Math.min(Math.max(view[2] * by, whole[2] / 6), whole[2]), rate = size / view[2];
      view = [view[0] + view[2] * (1 - rate) / 2, view[1] + view[3] * (1 - rate) / 2, size, view[3] * rate];
      if (size === whole[2]) view = [...whole];
      show();
    };
    const bar = document.createElement("p");
    bar.className = "zoom";
    for (const [words, act] of [[canvas.dataset.zoomIn, () => zoom(0.75)], [canvas.dataset.zoomOut, () => zoom(1 / 0.75)], [canvas.dataset.fit, () => { view = [...whole]; show(); }]]) {
      const button = document.createElement("button");
      button.type = "button"; button.textContent = words; button.addEventListener("click", act);
      bar.append(button);
    }
    canvas.prepend(bar);
    map.addEventListener("pointerdown", (event) => { if (view[2] < whole[2] && !event.target.closest("a")) { from = [event.clientX, event.clientY, ...view]; map.setPointerCapture(event.pointerId); } });
    map.addEventListener("pointermove", (event) => {
      if (!from) return;
      const rate = view[2] / map.clientWidth;
      view = [from[2] - (event.clientX - from[0]) * rate, from[3] - (event.clientY - from[1]) * rate, view[2], view[3]];
      show();
    });
    map.addEventListener("pointerup", () => { from = null; });
  }
}
movable();
// A file is handed in as it is, and what became of it is said beside the button.
for (const form of document.querySelectorAll("form[data-upload]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = form.querySelector("input").files[0], said = form.querySelector("output");
    said.textContent = form.dataset.reading;
    const answer = await fetch(`${form.dataset.upload}&name=${encodeURIComponent(file.name)}`,
      { method: "POST", headers: { "X-Bulian-Token": form.dataset.token }, body: file });
    if (answer.ok) { location.reload(); return; }
    said.textContent = (await answer.json()).said;
  });
}
