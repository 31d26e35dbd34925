"use strict";
// The token comes behind the # of the address, which no browser sends anywhere, and stays in this tab.
const given = new URLSearchParams(location.hash.slice(1)).get("token");
if (given) {
  sessionStorage.setItem("token", given);
  history.replaceState(null, "", location.pathname);
}
const find = (id) => document.getElementById(id);
const opened = new Set();

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

async function call(method, path, body) {
  const headers = { Authorization: `Bearer ${sessionStorage.getItem("token") || ""}` };
  if (body) headers["Content-Type"] = "application/json";
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const told = await response.json();
  if (!response.ok) throw Object.assign(new Error(told.message), { status: response.status });
  return told;
}

function details(key, summary, lines) {
  const made = element("details");
  made.open = opened.has(key);
  made.addEventListener("toggle", () => (made.open ? opened.add(key) : opened.delete(key)));
  const head = element("summary");
  head.append(...summary);
  made.append(head, ...lines);
  return made;
}

function shownKept(kinds) {
  return kinds.map(({ kind, count, entries }) => {
    const list = element("ul");
    list.append(...entries.map(({ id, label }) => element("li", label ? `${label} (${id})` : id)));
    return details(`kept ${kind}`, [element("span", `${kind} `), element("span", count, "count")], [list]);
  });
}

function shownTasks(tasks) {
  if (!tasks.length) return [element("p", "None yet.", "note")];
  return tasks.map(({ id, format, state, percent }) => {
    const line = element("div");
    const bar = element("progress");
    bar.max = 100;
    bar.value = percent;
    line.append(bar, element("span", `${format} ${state}`, "note"), element("span", id, "note"));
    return line;
  });
}

function shownRequests(requests) {
  if (!requests.length) return [element("p", "None yet.", "note")];
  return requests.map((request) => {
    const status = element("span", request.status || "cut", request.status && request.status < 400 ? "status" : "status bad");
    const summary = [status, element("span", `${request.method} ${request.path}`)];
    if (request.operation) summary.push(element("span", request.operation, "note"));
    if (request.fault) summary.push(element("span", request.fault, "note bad"));
    const lines = [];
    for (const [title, text] of [["Headers", request.headers], ["Sent", request.body], ["Answered", request.answer]])
      if (text) lines.push(element("div", title, "note"), element("pre", text));
    return details(`request ${request.number}`, summary, lines);
  });
}

let last = "";
async function refresh() {
  try {
    const state = await call("GET", "/sandbox/state");
    const text = JSON.stringify(state);
    if (text !== last) {
      last = text;
      find("kept").replaceChildren(...shownKept(state.kept));
      find("tasks").replaceChildren(...shownTasks(state.tasks));
      find("requests").replaceChildren(...shownRequests(state.requests));
      find("faults").replaceChildren(...state.faults.map((fault) => element("li", fault)));
      find("grammar").textContent = state.grammar;
      find("kinds").replaceChildren(...state.kinds.map((kind) => Object.assign(element("option"), { value: kind })));
    }
    document.querySelector("main").hidden = false;
    find("sign-in").hidden = true;
    find("problem").hidden = true;
  } catch (error) {
    const unsigned = error.status === 401 || error.status === 403;
    if (unsigned) document.querySelector("main").hidden = true;
    find("sign-in").hidden = !unsigned;
    problem(unsigned && !sessionStorage.getItem("token") ? "" : error.message);
  }
}

function problem(text) {
  find("problem").textContent = text;
  find("problem").hidden = !text;
}

find("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem("token", find("token").value);
  refresh();
});
find("add-fault").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await call("POST", "/sandbox/faults", { fault: find("fault").value });
    find("fault").value = "";
    await refresh();
  } catch (error) {
    problem(error.message);
  }
});
find("clear").addEventListener("click", async () => {
  await call("DELETE", "/sandbox/faults");
  await refresh();
});
refresh();
setInterval(() => document.hidden || refresh(), 1000);
