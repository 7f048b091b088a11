// Shares an ask as the device does, or else in a message; the page works without.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.share");
  if (!link) return;
  const ask = link.closest(".ask"), title = document.title;
  const text = [...ask.querySelectorAll("p")].map((one) => one.innerText).join("\n\n");
  const url = link.dataset.address || `${location.href.split("#")[0]}#${ask.id}`;
  event.preventDefault();
  if (navigator.share) navigator.share({ title, text, url }).catch(() => {});
  else location.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${text}\n\n${url}`)}`;
});
