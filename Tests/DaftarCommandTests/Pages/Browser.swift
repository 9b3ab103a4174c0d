import Foundation
import Testing

/// A real browser: Debian's Chromium, without a window, led by Selenium.
enum Browser {
    /// Opens a page as a phone and a desk would, by day, by night and on paper, and says what is wrong with it: anything
    /// that was loaded beside it, anything the browser complains of, text wider than the screen, text that is too faint,
    /// details that paper leaves out, rules of axe-core that it breaks.
    static func look(at file: String, isJudgedByAxe: Bool, location: SourceLocation = #_sourceLocation) throws {
        guard let chromium = Validators.program("chromium"), let driver = Validators.program("chromedriver") else {
            print("LOUD: no chromium and chromedriver on the path: pages not looked at in a browser")
            return
        }
        try Validators.check("selenium", script, [file, chromium, driver, isJudgedByAxe ? "axe" : ""], at: location)
    }

    private static let script = #"""
        import glob, json, os, sys
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        file, chromium, driver, axe = sys.argv[1:5]
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        browser = webdriver.Chrome(options=options, service=Service(driver))
        faint = """
            function rgb(text) { return text.match(/[\\d.]+/g).slice(0, 3).map(Number) }
            function light(c) {
                const [r, g, b] = c.map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                return 0.2126 * r + 0.7152 * g + 0.0722 * b
            }
            const paper = light(rgb(getComputedStyle(document.documentElement).backgroundColor))
            return [...document.querySelectorAll("body *")].filter(e =>
                [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) && !["title", "desc"].includes(e.localName)
            ).filter(e => {
                const style = getComputedStyle(e), ink = light(rgb(e.ownerSVGElement ? style.fill : style.color))
                return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 4.5
            }).map(e => e.outerHTML.slice(0, 120))
            """
        try:
            for width in (320, 390, 1280):
                for scheme in ("light", "dark"):
                    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", dict(
                        width=width, height=900, deviceScaleFactor=1, mobile=width < 500))
                    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dict(
                        features=[dict(name="prefers-color-scheme", value=scheme)]))
                    browser.get("file://" + file)
                    wide = browser.execute_script("return document.documentElement.scrollWidth")
                    if wide > width: print(f"{width}: the page is {wide} wide")
                    for element in browser.execute_script(faint): print(f"{scheme}: too faint: {element}")
                    if browser.execute_script("return document.scripts.length + document.images.length"):
                        print("a script or an image")
            for text in browser.execute_script(
                "return [...document.querySelectorAll('[lang=ar][dir=auto]')]"
                ".filter(e => getComputedStyle(e).direction != 'rtl').map(e => e.outerHTML)"):
                print("not right to left:", text)
            if axe:
                import axe_core_python
                place = os.path.dirname(axe_core_python.__file__)
                browser.execute_script(open(glob.glob(place + "/**/axe.min.js", recursive=True)[0]).read())
                for found in browser.execute_async_script("axe.run().then(arguments[0])")["violations"]:
                    print(found["id"], found["help"], found["nodes"][0]["html"][:200])
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dict(media="print", features=[]))
            for entry in browser.execute_script(
                "return [...document.querySelectorAll('details>dl')].filter(e => !e.getBoundingClientRect().height)"
                ".map(e => e.closest('article').id)"):
                print("not printed:", entry)
            for line in browser.get_log("browser"): print(line["message"])
            for line in browser.get_log("performance"):
                message = json.loads(line["message"])["message"]
                if message["method"] == "Network.requestWillBeSent":
                    url = message["params"]["request"]["url"]
                    if url != "file://" + file and not url.startswith("data:"): print("loaded", url)
        finally:
            browser.quit()
        """#
}
