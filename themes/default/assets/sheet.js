// A style sheet that comes with what it is for; the promise is kept when it is there, or cannot be had.
export const styled = (href) => new Promise((done) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: done })));
