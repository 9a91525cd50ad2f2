"""Drives the status page of the mock helpdesk through chromedriver, and looks at what it shows."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request

KEY = "key 1:MOCKHELPDESK"


def call(url, method="GET", body=None, headers=()):
    """The JSON that is answered, or the text."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, dict(headers), method=method)
    if data is not None:
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read().decode()
    except urllib.error.HTTPError as error:
        text = error.read().decode()
    try:
        return json.loads(text)
    except ValueError:
        return text


class Browser:
    """A session of Chromium."""

    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"
        options = {"binary": "/usr/bin/chromium", "args": ["--headless", "--no-sandbox", "--disable-gpu"]}
        wanted = {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}
        session = call(f"{self.base}/session", "POST", {"capabilities": wanted})["value"]
        self.session = f"{self.base}/session/{session['sessionId']}"

    def go(self, url):
        call(f"{self.session}/url", "POST", {"url": url})

    def run(self, script):
        answer = call(f"{self.session}/execute/sync", "POST", {"script": script, "args": []})
        assert not isinstance(answer["value"], dict) or "error" not in answer["value"], answer
        return answer["value"]

    def until(self, script, expected):
        """Waits until the script returns what is expected; fails with what it returned last."""
        end = time.monotonic() + 20
        while (found := self.run(script)) != expected:
            assert time.monotonic() < end, f"{script}\n  expected {expected!r}\n  found    {found!r}"
            time.sleep(0.05)

    def errors(self):
        log = call(f"{self.session}/se/log", "POST", {"type": "browser"})["value"]
        return [entry["message"] for entry in log if entry["level"] == "SEVERE"]

    def close(self):
        call(self.session, "DELETE")


ROWS = "return [...document.querySelectorAll('#requests tr')].filter(row => !row.hidden).map(row => " \
    "[row.cells[0], row.cells[1], row.cells[2], row.cells[3]].map(cell => cell.firstChild.textContent))"
VALIDATION = "return document.querySelector('#requests tr').cells[4].textContent"


def look(browser, helpdesk):
    """Every request shows up while the page is open, with what is wrong with it."""
    api, key = f"{helpdesk}/api/v2", {"Authorization": KEY}
    call(f"{api}/tickets?count=2", headers=key)
    browser.go(f"{helpdesk}/__mock")
    browser.until(ROWS, [["1", "GET /api/v2/tickets?count=2", "tickets.list", "200"]])
    browser.until(VALIDATION, "right")
    assert browser.run("return document.getElementById('state').textContent").startswith("deskpro, guide dialect, ")

    call(f"{api}/tickets", "PUT", {"subject": "<img src=x onerror='document.title=1'>", "persn": 1}, key)
    browser.until("return document.querySelectorAll('#requests tr').length", 2)
    shown = browser.run(VALIDATION)
    for part in ("invalid_input", "Unexpected field names: persn", "person: This value should not be blank. (required)"):
        assert part in shown, shown
    assert "onerror" in browser.run("return document.querySelector('#requests pre').textContent")
    call(f"{api}/<script>document.title=2</script>".replace("<", "%3C").replace(">", "%3E"), headers=key)
    browser.until("return document.querySelectorAll('#requests tr').length", 3)
    assert browser.run("return document.querySelectorAll('#requests img, #requests script').length") == 0
    assert browser.run("return document.title") == "Mock helpdesk"

    call(f"{helpdesk}/__mock/failures", "POST", {"status": 429, "times": 2})
    failures = "return document.getElementById('failures').textContent"
    browser.until(failures, '{"status":429,"times":2}')
    call(f"{api}/people", headers=key)
    browser.until("return document.querySelector('#requests tr').dataset.result", "forced")

    browser.run("document.getElementById('wrong').click()")
    assert [row[0] for row in browser.run(ROWS)] == ["3", "2"], browser.run(ROWS)
    browser.run("document.getElementById('wrong').click()")
    assert len(browser.run(ROWS)) == 4
    browser.run("document.getElementById('reset').click()")
    browser.until(failures, "none")
    browser.until(ROWS, [])
    assert call(f"{helpdesk}/__mock/requests") == {"requests": []}
    call(f"{api}/me", headers=key)
    browser.until(ROWS, [["5", "GET /api/v2/me", "me.get", "200"]])
    assert browser.errors() == [], browser.errors()


def main(program):
    mock = subprocess.Popen([program, "--port", "0", "--log", "json"], stdout=subprocess.PIPE, text=True)
    driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
    try:
        helpdesk = json.loads(mock.stdout.readline())["listening"].removesuffix("/api/v2")
        port = next(line.split("port ")[1].rstrip(".\n") for line in driver.stdout if "started successfully" in line)
        browser = Browser(port)
        try:
            look(browser, helpdesk)
        finally:
            browser.close()
    finally:
        driver.terminate()
        mock.terminate()
    assert mock.wait(10) == 0
    print("the status page shows requests as they come, with what is wrong with them")


main(sys.argv[1])
