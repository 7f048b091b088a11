// Shows the search field and lets it leave only the provinces that match; the page works without.
(() => {
  const form = document.querySelector("form[role=search]");
  const field = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const cards = [...document.querySelectorAll(".card")];
  const tiles = new Map([...document.querySelectorAll("[data-of]")].map((tile) => [tile.dataset.of, tile]));
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const show = (card, shown) => {
    card.hidden = !shown;
    tiles.get(card.id).classList.toggle("away", !shown);
  };
  const search = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const card of cards) {
      const found = words.every((word) => plain(card.dataset.search).includes(word));
      show(card, found);
      left += found;
    }
    const message = status.dataset.found.replace("{}", left).replace("{}", cards.length);
    status.textContent = words.length ? message : "";
  };
  form.hidden = false;
  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => event.preventDefault());
  search();
})();
