namespace ACip.Functions.Pages.Frame;

/// <summary>What only a script can: it asks before unsaved words are left, also where another form of the page is sent, says when
/// there is no connection before a form is sent into nothing, and shows how far a file is on its way. Everything else works without
/// it.</summary>
/// <remarks>Its words stand in the page, in the reader's language, as data of the script's own element.</remarks>
internal static class Script
{
    public const string Source = """
        (function () {
          "use strict";
          var said = document.getElementById("script"), changed = new Set(), sent = null;
          function note(text) {
            var box = document.getElementById("connection");
            if (!box) {
              box = document.createElement("p");
              box.id = "connection";
              box.className = "note stop";
              box.setAttribute("role", "alert");
              document.getElementById("main").prepend(box);
            }
            box.textContent = text;
            box.hidden = !text;
            return box;
          }
          function filled(form) {
            return Array.from(form.elements).map(function (one) {
              return one.type === "checkbox" || one.type === "radio" ? one.checked : one.type === "file" ? one.files.length : one.value;
            }).join("\u0001");
          }
          function send(form, button) {
            var data = new FormData(form, button), request = new XMLHttpRequest(), bar = form.querySelector("progress");
            if (!bar) {
              var line = document.createElement("label");
              line.className = "upload";
              line.append(said.dataset.sending + " ", bar = document.createElement("progress"), " ", document.createElement("output"));
              button.after(line);
            }
            var buttons = form.querySelectorAll("button"), label = bar.parentNode;
            function idle(yes) {
              buttons.forEach(function (one) { one.disabled = !yes; });
              label.hidden = yes;
            }
            function failed(text) {
              idle(true);
              note(text).scrollIntoView({ block: "center" });
            }
            bar.max = 100;
            bar.value = 0;
            idle(false);
            note("");
            request.upload.onprogress = function (event) {
              if (!event.lengthComputable) { return; }
              bar.value = 100 * event.loaded / event.total;
              label.lastChild.textContent = Math.floor(bar.value) + " %";
            };
            request.onload = function () {
              if (request.status < 300) {
                changed.delete(form);
                var next = request.responseURL + (form.dataset.place ? "#" + form.dataset.place : "");
                if (next.split("#")[0] === location.href.split("#")[0]) { location.replace(next); location.reload(); } else { location.assign(next); }
                return;
              }
              var page = new DOMParser().parseFromString(request.responseText, "text/html");
              var told = new Set(Array.from(page.querySelectorAll("p.stop, .stop > p, .stop li, .problem"), function (one) { return one.textContent; }));
              var why = page.querySelector("main > p");
              failed(Array.from(told).join(" ") || (why ? why.textContent : said.dataset.broke));
            };
            request.onerror = request.onabort = function () { failed(said.dataset.broke); };
            request.open("POST", form.action);
            request.send(data);
          }
          var forms = Array.from(document.querySelectorAll("form[method=post]")), before = new Map();
          forms.forEach(function (form) {
            before.set(form, form.dataset.refused || form.querySelector(".problem") ? null : filled(form));
            form.addEventListener("input", function () {
              if (filled(form) === before.get(form)) { changed.delete(form); } else { changed.add(form); }
            });
            if (before.get(form) === null) { changed.add(form); }
            var timer = 0;
            form.addEventListener("change", function () {
              if (!form.dataset.keep) { return; }
              clearTimeout(timer);
              timer = setTimeout(function () {
                var body = new URLSearchParams(new FormData(form)), typed = filled(form);
                if (sent || !changed.has(form)) { return; }
                body.set("act", form.dataset.keep);
                fetch(form.action, { method: "POST", body: body, redirect: "manual" }).then(function (answer) {
                  if (answer.type !== "opaqueredirect") { return; }
                  before.set(form, typed);
                  if (filled(form) === typed) { changed.delete(form); }
                  note(said.dataset.kept).className = "note done";
                }).catch(function () { note(said.dataset.lost); });
              }, 1500);
            });
            form.addEventListener("submit", function (event) {
              if (!navigator.onLine) {
                event.preventDefault();
                note(said.dataset.lost).scrollIntoView({ block: "center" });
              } else if (Array.from(form.elements).some(function (one) { return one.type === "file" && one.files.length; })) {
                event.preventDefault();
                send(form, event.submitter);
              } else {
                sent = form;
              }
            });
          });
          window.addEventListener("beforeunload", function (event) {
            if (!Array.from(changed).some(function (form) { return form !== sent; })) { return; }
            event.preventDefault();
            event.returnValue = "";
            setTimeout(function () { sent = null; });
          });
          window.addEventListener("offline", function () { note(said.dataset.lost); });
          window.addEventListener("online", function () { note(said.dataset.back).className = "note done"; });
          window.addEventListener("pageshow", function () { sent = null; });
        })();
        """;
}
