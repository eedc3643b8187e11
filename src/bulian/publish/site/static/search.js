// Search in an export opened from disk: loads the shards that hold the words asked for, and crosses their lists.
"use strict";
(() => {
  const box = document.querySelector("input[data-index]");
  if (!box) return;
  const root = box.dataset.index, list = document.querySelector(".hits"), count = document.querySelector("#count");
  const loaded = new Map(), shards = new Map(), chunks = new Map();
  let meta = null;
  window.bulianIndex = {
    meta: (one) => { meta = one; },
    words: (one) => shards.set(one.at, one.words),
    facts: (one) => chunks.set(one.at, one.rows),
  };
  const load = (name) => {
    if (!loaded.has(name)) loaded.set(name, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = root + name + ".js"; script.onload = done; script.onerror = failed;
      document.head.append(script);
    }));
    return loaded.get(name);
  };
  const shardOf = (word) => [...word].reduce((sum, one) => sum + one.codePointAt(0), 0) % meta.shards;
  const wordsOf = (text) => {
    const found = new Set();
    for (const part of text.toLowerCase().split(/\s+/).filter(Boolean)) {
      const letters = [...part];
      if (letters.length === 1) found.add(part);
      for (let at = 0; at + 1 < letters.length; at += 1) found.add(letters[at] + letters[at + 1]);
    }
    return [...found];
  };
  const cell = (tag, kind, text) => {
    const made = document.createElement(tag);
    made.className = kind; made.textContent = text;
    return made;
  };
  const row = ([link, figure, subject, what, object, period, modality, quote, source]) => {
    const item = document.createElement("li"), value = cell("span", "v", ""), text = cell("p", "", "");
    const to = cell("a", "f", figure || what);
    to.href = link; value.append(to);
    text.append([subject, what, object, period, modality].filter(Boolean).join("　"), document.createElement("br"), cell("q", "q", quote));
    item.append(value, text, cell("p", "s n", source));
    return item;
  };
  const ask = async () => {
    const asked = box.value.trim();
    if (!asked) return;
    await load("meta");
    const words = wordsOf([...asked].map((one) => meta.table[one] || one).join(""));
    await Promise.all([...new Set(words.map(shardOf))].map((at) => load("w" + at)));
    let found = null;
    for (const word of words) {
      const here = new Set(shards.get(shardOf(word))[word] || []);
      found = found === null ? here : new Set([...found].filter((one) => here.has(one)));
    }
    const shown = [...(found || [])].slice(0, 60);
    await Promise.all([...new Set(shown.map((one) => Math.floor(one / meta.chunk)))].map((at) => load("f" + at)));
    if (box.value.trim() !== asked) return;
    count.textContent = String((found || new Set()).size);
    list.replaceChildren(...shown.map((one) => row(chunks.get(Math.floor(one / meta.chunk))[one % meta.chunk])));
  };
  const given = () => new URLSearchParams(location.hash.slice(1)).get("q") || new URLSearchParams(location.search).get("q") || "";
  box.value = given();
  box.addEventListener("input", ask);
  box.form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  window.addEventListener("hashchange", () => { box.value = given(); ask(); });
  ask();
})();
