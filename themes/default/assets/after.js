// After something was done, one goes on from where it is: from the post that was just written, or from the button that
// was pressed. The browser alone would begin anew at the top of the page.
export function goOn() {
  const [path, action, value] = JSON.parse(sessionStorage.getItem("rounds.pressed") ?? "[]");
  sessionStorage.removeItem("rounds.pressed");
  // A draft that was thrown away is kept by this browser no longer, and shown by no other window of it.
  if (/^\/drafts\/\w+\/delete$/.test(action)) {
    localStorage.removeItem(`rounds.draft.${document.body.dataset.me}.${value}`);
    new BroadcastChannel("rounds.drafts").postMessage(value);
  }
  if (document.activeElement !== document.body) return;
  const shown = location.hash && document.getElementById(location.hash.slice(1));
  if (shown) {
    if (!shown.matches("a, button, input, select, textarea, [tabindex]")) shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
  } else if (action && path === location.pathname) {
    const buttons = [...document.querySelectorAll(`form[action="${CSS.escape(action)}"] button`)];
    (buttons.find((button) => button.value === value) ?? buttons[0])?.focus();
  }
}
