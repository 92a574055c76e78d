// Links of the product change the page without loading it again; without this script they still work, only slower.
(() => {
  "use strict";
  const root = document.documentElement;
  const base = document.currentScript.dataset.base || "";
  // What to do once the page asked for is there.
  let wish = location.hash.length > 1 ? { to: location.hash.slice(1), since: 0 } : null;

  const inside = (url) =>
    url.origin === location.origin &&
    url.pathname.startsWith(base + "/") &&
    !/^\/(api|assets|_stcore|static|media)\//.test(url.pathname.slice(base.length));

  // Where the reader was on each view of this tab, so that going back from an article leads to the same card.
  const places = new Map();
  let present = location.href;
  const leave = () => { places.set(present, scroller().scrollTop); };
  addEventListener("popstate", (event) => {
    if (!event.isTrusted) return;
    leave();
    present = location.href;
    wish = { at: places.get(present) || 0, since: performance.now() };
  });

  const go = (url, from) => {
    const page = url.pathname !== location.pathname;
    leave();
    present = url.href;
    wish = { top: page, to: (from && from.dataset.then) || url.hash.slice(1), focus: from && from.id, since: performance.now() };
    history.pushState({}, "", url);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    if (page) scroller().scrollTo({ top: 0 });
  };
  const scroller = () => document.querySelector('[data-testid="stMain"]') || root;

  addEventListener("click", (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) { event.preventDefault(); put(copy); return; }
    const chart = event.target.closest("[data-chart]");
    if (chart) {
      event.preventDefault();
      const tool = document.querySelector(`.js-plotly-plot .modebar-btn[data-val="${chart.dataset.chart}"]`);
      if (tool) { tool.click(); say(chart, "Draw a box on the chart"); }
      return;
    }
    const picture = event.target.closest("[data-picture]");
    if (picture) { event.preventDefault(); save(picture); return; }
    const open = document.querySelector(".tools details[open]");
    if (open && !open.contains(event.target)) open.open = false;
    const link = event.target.closest(".stHtml a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target === "_blank" || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    const same = url.pathname === location.pathname && url.search === location.search;
    if (!inside(url) || (same && url.hash)) return;
    event.preventDefault();
    go(url, link);
  });

  const send = (form) => {
    const url = new URL(form.action);
    // The address holds what is kept; the hidden fields say it again for browsers without this script.
    for (const field of form.querySelectorAll("input:is([name], [data-name]):not([data-kept])")) {
      const name = field.name || field.dataset.name;
      url.searchParams.delete(name);
      if (field.value) url.searchParams.append(name, field.value);
    }
    if (inside(url)) go(url, document.activeElement);
  };
  addEventListener("submit", (event) => {
    const form = event.target.closest(".stHtml form");
    if (!form || form.method !== "get") return;
    event.preventDefault();
    send(form);
  });
  // A year is typed digit by digit: 0002, 0020 ... are no years yet.
  addEventListener("change", (event) => {
    const field = event.target;
    if (field.matches(".stHtml input[type=date]") && field.value !== field.defaultValue && (!field.value || field.value >= "1000")) send(field.form);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll(".tools details[open]").forEach((one) => { one.open = false; });
    // A link that acts as a button answers to the space bar as buttons do.
    if (event.key === " " && document.activeElement.matches('.stHtml [role="button"]')) { event.preventDefault(); document.activeElement.click(); }
    if (event.key !== "/" || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    const search = document.querySelector(".masthead input[type=search]");
    if (search) { event.preventDefault(); search.focus(); }
  });

  const put = async (button) => {
    const kind = button.dataset.copy;
    const text = kind === "link" ? new URL(button.getAttribute("href"), location.href).href : button.dataset.text;
    try {
      await navigator.clipboard.writeText(text);
      say(button, "Copied");
    } catch {
      prompt("Copy this:", text); // browsers refuse the clipboard on plain http
    }
  };
  const say = (button, words) => {
    const before = button.textContent;
    button.textContent = words;
    button.classList.add("done");
    setTimeout(() => { button.textContent = before; button.classList.remove("done"); }, 1600);
  };

  // Pictures: the chart's own exporter for charts, a canvas for the matrix.
  const save = (button) => {
    const [what, format] = button.dataset.picture.split(".");
    if (what === "chart") {
      const chart = document.querySelector(".js-plotly-plot");
      const camera = chart && chart.querySelector('.modebar-btn[data-attr="toImage"], .modebar-btn[data-title^="Download"]');
      if (!camera) return;
      chart._context.toImageButtonOptions = { format, filename: "chancery-timeline", width: chart.offsetWidth, height: chart.offsetHeight, scale: format === "png" ? 2 : 1 };
      camera.click();
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = image.width * 2;
      canvas.height = image.height * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const link = document.createElement("a");
      link.href = canvas.toDataURL("image/png");
      link.download = "chancery-matrix.png";
      link.click();
    };
    image.src = button.getAttribute("href");
  };

  // What a link names stands in view, once for each address: the words of an article, the event below its chart.
  const open = () => {
    if (shown === location.href || (wish && wish.at !== undefined)) return;
    if (wish && performance.now() - wish.since < 60) return;
    const here = document.querySelector("mark.here, .picked");
    if (!here) return;
    shown = location.href;
    here.scrollIntoView({ block: here.matches("mark") ? "center" : "start" });
  };

  // Once a run has ended: scroll to what the link meant, give focus back, take the skeleton away.
  let shown = "";
  const settled = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app || !document.querySelector(".masthead") || app.dataset.testScriptState === "running") return;
    const skeleton = document.getElementById("skeleton");
    if (skeleton && document.querySelector(".view-end")) skeleton.remove();
    if (!wish) present = location.href; // a mark picked on the chart changes the address too
    open();
    if (!wish || performance.now() - wish.since < 60 || !document.querySelector(".view-end")) return;
    const now = wish;
    wish = null;
    if (now.at !== undefined) scroller().scrollTo({ top: now.at });
    const target = now.to && document.getElementById(now.to);
    if (target) target.scrollIntoView({ block: "start", behavior: "smooth" });
    const focus = now.focus && document.getElementById(now.focus);
    if (focus && document.activeElement === document.body) focus.focus({ preventScroll: true });
  };
  // The charts' code is large: on the timeline it is wanted at once, elsewhere it comes while the reader reads.
  const later = document.currentScript.dataset.later;
  const fetchCharts = () => {
    if (!later) return;
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = later;
    document.head.append(link);
  };
  if (location.pathname === `${base}/timeline`) fetchCharts();
  else addEventListener("load", () => setTimeout(fetchCharts, 2500));
  let timer = 0;
  new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(settled, 70); }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
  setTimeout(() => { const skeleton = document.getElementById("skeleton"); if (skeleton) skeleton.remove(); }, 15000);
})();
