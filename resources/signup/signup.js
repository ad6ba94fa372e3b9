document.getElementById("apply").addEventListener("submit", function (event) {
  var button = event.submitter || this.querySelector(".go");
  if (this.dataset.sent) { event.preventDefault(); return; }
  this.dataset.sent = "1";
  if (button.className === "go") { button.textContent = "正在报名…"; button.setAttribute("aria-busy", "true"); }
});
addEventListener("pageshow", function () {
  var form = document.getElementById("apply"), button = form.querySelector(".go");
  delete form.dataset.sent; button.textContent = "马上报名"; button.removeAttribute("aria-busy");
});
