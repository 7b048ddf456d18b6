// A comparison that was asked for before both texts were read: the page comes anew when they may be, unless something was
// typed in it.
const MOST = 20;
const tries = Number(sessionStorage.getItem("rounds.waited." + location.pathname) ?? 0);

export function begin() {
  if (tries >= MOST) {
    sessionStorage.removeItem("rounds.waited." + location.pathname);
    return;
  }
  setTimeout(() => {
    if (document.hidden || [...document.querySelectorAll("main textarea")].some((field) => field.value.trim() || field === document.activeElement)) {
      begin();
      return;
    }
    sessionStorage.setItem("rounds.waited." + location.pathname, String(tries + 1));
    location.reload();
  }, 3000);
}
