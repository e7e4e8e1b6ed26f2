// Filtering and sorting of the lists. Without this file every row is there, in the printed order.
(() => {
  "use strict";
  const MOST_CHOICES = 12;

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const text = (cell) => cell.textContent.trim().replace(/\s+/g, " ");
  const plain = (string) =>
    string.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(document.documentElement.lang);

  const enhance = (list) => {
    const table = list.querySelector("table");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, words: plain(text(row)) }));
    const headings = [...table.tHead.rows[0].cells];
    const words = list.dataset;
    const chosen = new Map();
    let sorted = null;

    const search = make("input", { type: "search", id: "saring-teks", autocomplete: "off" });
    const status = make("p", { role: "status", "aria-live": "polite", class: "shown" });
    const nothing = make("p", { class: "nothing", hidden: "" }, words.none);

    const matches = ({ row, words: said }) =>
      plain(search.value).split(/\s+/).every((word) => said.includes(word)) &&
      [...chosen].every(([column, value]) => !value || text(row.cells[column]) === value);

    const key = (row, column) => {
      const cell = row.cells[column];
      return "value" in cell.dataset ? Number(cell.dataset.value) : text(cell);
    };
    const compared = (one, other) => {
      if (typeof one === typeof other && typeof one === "number") return one - other;
      if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
      return one.localeCompare(other, document.documentElement.lang, { numeric: true });
    };
    const ordered = (found) => {
      if (!sorted) return found;
      const { column, down } = sorted;
      // Cells that say nothing come last either way.
      const empty = (row) => text(row.cells[column]) === "–";
      return [...found].sort((one, other) =>
        empty(one.row) - empty(other.row) ||
        (down ? -1 : 1) * compared(key(one.row, column), key(other.row, column)));
    };

    const show = () => {
      const found = ordered(rows.filter(matches));
      body.replaceChildren(...found.map(({ row }) => row));
      status.textContent = words.count
        .replace("{shown}", found.length)
        .replace("{all}", rows.length);
      nothing.hidden = found.length > 0;
      list.classList.toggle("empty", found.length === 0);
    };

    const choices = headings.flatMap((heading, column) => {
      if (column === 0 || heading.classList.contains("right")) return [];
      const values = [...new Set(rows.map(({ row }) => text(row.cells[column])))];
      if (values.length < 2 || values.length > MOST_CHOICES) return [];
      values.sort((one, other) => one.localeCompare(other, document.documentElement.lang));
      const select = make("select", { id: `saring-${column}` }, make("option", { value: "" }, words.all));
      for (const value of values) select.append(make("option", { value }, value));
      select.addEventListener("change", () => {
        chosen.set(column, select.value);
        show();
      });
      return [make("div", {}, make("label", { for: select.id }, text(heading)), select)];
    });

    headings.forEach((heading, column) => {
      const button = make("button", { type: "button" }, ...heading.childNodes);
      button.append(make("span", { class: "order", "aria-hidden": "true" }));
      heading.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = sorted !== null && sorted.column === column && !sorted.down;
        sorted = { column, down };
        for (const other of headings) other.removeAttribute("aria-sort");
        heading.setAttribute("aria-sort", down ? "descending" : "ascending");
        show();
      });
    });

    search.addEventListener("input", show);
    const reset = make("button", { type: "button", class: "reset" }, words.reset);
    reset.addEventListener("click", () => {
      search.value = "";
      for (const select of list.querySelectorAll("select")) select.value = "";
      chosen.clear();
      show();
      search.focus();
    });
    const tools = make(
      "div",
      { class: "filters", role: "search", "aria-label": words.filter },
      make("div", { class: "wide" }, make("label", { for: search.id }, words.search), search),
      ...choices,
      reset,
    );
    list.prepend(tools, status);
    list.append(nothing);
    show();
  };

  for (const list of document.querySelectorAll(".listing")) {
    if (list.querySelector("tbody tr")) enhance(list);
  }
})();
