// Loads the page again when the plan has been rendered again; used by `smartplan serve` only.
(() => {
  "use strict";
  const known = document.currentScript.dataset.version;
  // Whoever has put the findings away does not want them back at every save.
  const panel = document.querySelector(".preview details");
  if (panel) {
    panel.open &&= sessionStorage.getItem("findings") !== "closed";
    panel.addEventListener("toggle", () => {
      sessionStorage.setItem("findings", panel.open ? "open" : "closed");
    });
  }
  const look = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch("/-/version", { cache: "no-store" });
        if (answer.ok && (await answer.text()) !== known) {
          location.reload();
          return;
        }
      } catch {
        // The server has ended; it may come back.
      }
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 700);
})();
