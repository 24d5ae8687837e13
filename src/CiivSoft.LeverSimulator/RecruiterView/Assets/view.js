// Fetches the page again every few seconds and puts the new content in the place of the old one.
(() => {
  const period = 5000;
  let busy = false;

  function keep(from, to) {
    for (const open of from.querySelectorAll("details[open][id]")) {
      const twin = to.querySelector("#" + CSS.escape(open.id));
      if (twin) twin.replaceWith(open.cloneNode(true));
    }
    const known = new Set([...from.querySelectorAll("[data-id]")].map((item) => item.dataset.id));
    for (const item of to.querySelectorAll("[data-id]")) {
      if (!known.has(item.dataset.id)) item.classList.add("fresh");
    }
  }

  async function refresh() {
    if (busy || document.hidden) return;
    if (document.querySelector("main iframe") && document.querySelector("details.file[open]")) return;
    busy = true;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      document.body.classList.toggle("stale", !answer.ok);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("content");
      const shown = document.getElementById("content");
      if (!fresh || fresh.outerHTML === shown.outerHTML) return;
      const board = shown.querySelector(".board");
      const left = board ? board.scrollLeft : 0;
      keep(shown, fresh);
      shown.replaceWith(fresh);
      const newBoard = fresh.querySelector(".board");
      if (newBoard) newBoard.scrollLeft = left;
    } catch {
      document.body.classList.add("stale");
    } finally {
      busy = false;
    }
  }

  setInterval(refresh, period);
})();
