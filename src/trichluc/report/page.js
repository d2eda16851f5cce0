"use strict";
(() => {
  const tip = document.getElementById("tip");
  const known = new Map();
  const recordsOf = (article) => {
    if (!known.has(article)) known.set(article, JSON.parse(article.querySelector("script.records").textContent));
    return known.get(article);
  };
  const add = (parent, name, text, className) => {
    const node = parent.appendChild(document.createElement(name));
    if (text !== undefined) node.textContent = text;
    if (className) node.className = className;
    return node;
  };
  const show = (mark) => {
    const records = recordsOf(mark.closest("article"));
    tip.replaceChildren();
    for (const id of mark.dataset.ids.split(" ").reverse()) {
      const record = records[id];
      const part = add(tip, "section");
      add(part, "b", record.type, "dot t-" + record.type);
      add(part, "span", " " + record.text);
      const list = add(part, "dl");
      const rows = [...Object.entries(record.fields), ["at", record.place], ["rule", record.rule], ["id", id]];
      for (const [name, value] of rows) { add(list, "dt", name); add(list, "dd", value); }
    }
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.top = Math.max(4, below ? box.bottom + 8 : box.top - 8 - tip.offsetHeight) + "px";
    tip.style.left = Math.max(4, Math.min(box.left, innerWidth - tip.offsetWidth - 8)) + "px";
  };
  const hide = () => { tip.hidden = true; };
  const markAt = (event) => event.target.closest && event.target.closest("mark:not(.off)");
  for (const kind of ["mouseover", "focusin", "click"]) {
    document.addEventListener(kind, (event) => { const mark = markAt(event); if (mark) show(mark); else if (kind !== "focusin") hide(); });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("scroll", hide, { passive: true });

  const filters = [...document.querySelectorAll("#filters input")];
  const filter = () => {
    const off = new Set(filters.filter((box) => !box.checked).map((box) => box.dataset.type));
    for (const mark of document.querySelectorAll("mark")) {
      const left = mark.dataset.types.split(" ").filter((type) => !off.has(type));
      mark.className = left.length ? "t-" + left[left.length - 1] : "off";
    }
    for (const table of document.querySelectorAll("[data-table]")) table.classList.toggle("hidden", off.has(table.dataset.table));
  };
  for (const box of filters) box.addEventListener("change", filter);

  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  const search = document.getElementById("search");
  search.addEventListener("input", () => {
    const wanted = plain(search.value.trim());
    for (const node of document.querySelectorAll(".filterable")) {
      const shown = node.matches("article") ? node.querySelector("summary").textContent + node.querySelector(".text").textContent : node.textContent;
      node.classList.toggle("hidden", wanted !== "" && !plain(shown).includes(wanted));
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-record]");
    const article = link && document.querySelector(link.getAttribute("href"));
    if (!article) return;
    event.preventDefault();
    article.classList.remove("hidden");
    article.querySelector("details").open = true;
    const mark = [...article.querySelectorAll("mark")].find((one) => one.dataset.ids.split(" ").includes(link.dataset.record));
    for (const old of document.querySelectorAll("mark.on")) old.classList.remove("on");
    if (mark) { mark.classList.add("on"); mark.scrollIntoView({ block: "center" }); mark.focus({ preventScroll: true }); }
  });
})();
