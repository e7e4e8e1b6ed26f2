// The search page. The index is read from this site alone; without it the page says so.
(async () => {
"use strict";
if (location.protocol === "file:") return;
const top = new URL("../", document.currentScript.src);
const place = document.getElementById("cari");
const off = document.getElementById("cari-tidak-ada");
const input = place.querySelector("input");
const status = place.querySelector("[role=status]");
const list = place.querySelector(".found");
const AT_ONCE = 20;
const MOST = 200;

const make = (name, ...children) => {
  const element = document.createElement(name);
  element.append(...children);
  return element;
};

// An excerpt marks its words with <mark> and escapes all else: it is read as text all the same.
const excerpt = (html) => {
  const read = new DOMParser().parseFromString(html, "text/html").body;
  const parts = [...read.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", node.textContent) : document.createTextNode(node.textContent));
  return make("p", ...parts);
};

const result = ({ url, meta, excerpt: html }) => {
  const link = make("a", meta.title || url);
  link.href = new URL(url.replace(/^\/+/, ""), top);
  return make("li", make("h2", link), excerpt(html));
};

try {
  const index = await import(new URL("pagefind/pagefind.js", top));
  await index.options({ baseUrl: "/" });
  await index.init();
  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const words = input.value.trim();
    const found = words ? (await index.search(words)).results.slice(0, MOST) : [];
    const shown = await Promise.all(found.slice(0, AT_ONCE).map((one) => one.data()));
    if (mine !== turn) return;
    list.replaceChildren(...shown.map(result));
    status.textContent = !words ? "" : found.length
      ? place.dataset.count.replace("{count}", found.length) : place.dataset.none;
  };
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  off.hidden = true;
  place.hidden = false;
} catch {
  // Without WebAssembly or without the index: the sentence on the page says what to do.
}
})();
