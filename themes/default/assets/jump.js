// Addresses of posts outlive what moderators arrange: they carry the number for the server, too.
const number = /^#p(\d+)$/.exec(location.hash)?.[1];
if (number && !document.getElementById(`p${number}`) && !location.search.includes("at=")) {
  location.replace(`${location.pathname}?at=${number}#p${number}`);
}

// A post on this page is met without loading the page anew.
document.querySelector(".map")?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href*='#p']");
  if (!link || !document.getElementById(link.hash.slice(1)) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.hash = link.hash;
  history.replaceState(history.state, "", link.href);
});
