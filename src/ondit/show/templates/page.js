"use strict";
(() => {
  const pieces = new Map();
  for (const element of document.querySelectorAll(".text [data-parts]")) {
    for (const part of element.dataset.parts.split(" ")) {
      const [id, role] = part.split(":");
      if (!pieces.has(id)) pieces.set(id, []);
      pieces.get(id).push([element, role]);
    }
  }
  const cards = new Map();
  for (const card of document.querySelectorAll("a.card")) cards.set(card.dataset.id, card);

  const sheet = document.getElementById("sheet");
  const sheetCard = document.getElementById("sheet-card");
  const LIT = ["lit", "outer", "lit-source", "lit-cue", "lit-content", "lit-condition"];
  let lit = null;
  let pinned = null;

  const idsOf = (element) => [
    ...new Set(element.dataset.parts.split(" ").map((part) => part.split(":")[0])),
  ];
  const anchored = (element) =>
    element.id.startsWith("at-") ? element.id.slice(3) : idsOf(element)[0];

  function extinguish() {
    for (const element of document.querySelectorAll(".lit, .outer")) element.classList.remove(...LIT);
    document.body.classList.remove("lighting");
    sheet.hidden = true;
    lit = null;
  }

  function light(id) {
    if (id === lit) return;
    extinguish();
    lit = id;
    document.body.classList.add("lighting");
    for (let outer = cards.get(id).dataset.parent; outer; outer = cards.get(outer).dataset.parent) {
      for (const [element] of pieces.get(outer) || []) element.classList.add("outer");
    }
    // A cue or source may lie in its own content's span: the narrower role shows.
    for (const wanted of ["content", "condition", "cue", "source"]) {
      for (const [element, role] of pieces.get(id) || []) {
        if (role !== wanted) continue;
        element.classList.remove("lit-content", "lit-condition", "lit-cue");
        element.classList.add("lit", `lit-${role}`);
      }
    }
    const card = cards.get(id);
    card.classList.add("lit");
    show(card);
  }

  function show(card) {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    sheetCard.dir = card.closest("article").dir;
    sheetCard.replaceChildren(copy);
    sheet.hidden = false;
    const aside = card.closest("aside");
    const box = card.getBoundingClientRect();
    const frame = aside.getBoundingClientRect();
    if (box.top < frame.top) aside.scrollTop += box.top - frame.top - 8;
    else if (box.bottom > frame.bottom) aside.scrollTop += box.bottom - frame.bottom + 8;
  }

  function pin(id) {
    if (pinned) cards.get(pinned).classList.remove("pinned");
    pinned = id;
    if (id) {
      light(id);
      cards.get(id).classList.add("pinned");
    } else {
      extinguish();
    }
  }

  const rest = () => (pinned ? light(pinned) : extinguish());

  /* A second tap on the same words goes one attribution further out. */
  function tap(element) {
    const ids = idsOf(element);
    const place = ids.indexOf(pinned);
    pin(place < 0 ? anchored(element) : ids[place + 1] || null);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const element = event.target.closest(".text [data-parts], a.card");
    if (!element) rest();
    else if (!pinned) light(element.dataset.id || anchored(element));
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest(".text [data-parts], a.card");
    if (!element || !element.matches(":focus-visible")) return;
    const id = element.dataset.id || anchored(element);
    if (pinned && pinned !== id) pin(null);
    light(id);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#sheet-close")) return pin(null);
    const card = event.target.closest("a.card");
    if (card) return pin(card.dataset.id);
    const element = event.target.closest(".text [data-parts]");
    if (element) tap(element);
    else if (!event.target.closest("#sheet")) pin(null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return pin(null);
    const element = event.target.closest(".text [data-parts]");
    if (!element || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    tap(element);
  });
  if (/^#at-/.test(location.hash) && cards.has(location.hash.slice(4))) pin(location.hash.slice(4));
})();
