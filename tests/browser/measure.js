// measure: what the frames of tests/browser/run must show; a line a failure
const lines = [];
let name, wide, standard;

function check(fine, what) {
	if (!fine)
		lines.push(`FAIL ${name}, ${wide ? 'wide' : 'narrow'}: ${what}`);
}

function near(value, due, what) {
	check(Math.abs(value - due) < 0.6, `${what} is ${value}, not ${due}`);
}

const pixels = { mm: 96 / 25.4, pt: 96 / 72 };

// How many characters stand in each line of a paragraph.
function lengths(paragraph) {
	const text = paragraph.firstChild, found = [];
	const range = paragraph.ownerDocument.createRange();
	let top;

	for (let i = 0; i < text.length; i++) {
		range.setStart(text, i);
		range.setEnd(text, i + 1);
		const box = range.getBoundingClientRect();
		if (top === undefined || box.top > top + 5) {
			top = box.top;
			found.push(0);
		}
		found[found.length - 1]++;
	}
	return found;
}

function measure(frame) {
	const page = frame.contentDocument, view = frame.contentWindow;
	const body = page.querySelector('.BodyText');

	check(page.querySelector('.sheet'), 'no sheet');
	check(page.documentElement.lang === 'zh-CN', 'no language');
	check(page.title !== '', 'no title');
	check(page.scripts.length === 0, 'a script');
	for (const got of view.performance.getEntriesByType('resource'))
		check(got.name.startsWith('data:'), `fetched ${got.name}`);
	for (const picture of page.images)
		check(picture.naturalWidth > 0, 'a picture that is none');
	(wide ? measureWide : measureNarrow)(page, view, body);
}

function measureWide(page, view, body) {
	for (const sheet of page.querySelectorAll('.sheet')) {
		const width = sheet.getBoundingClientRect().width / pixels.mm;
		check(!standard || Math.abs(width - 210) < 0.2 ||
			Math.abs(width - 297) < 0.2,
			`a sheet is ${width} mm wide`);
	}
	if (body && standard) {
		const style = view.getComputedStyle(body);
		near(parseFloat(style.fontSize), 16 * pixels.pt, 'the text');
		near(parseFloat(style.lineHeight), 28.95 * pixels.pt, 'a line');
	}
	if (name === 'lines')
		check(lengths(body).slice(0, 2).join() === '26,28',
			`lines of ${lengths(body)} characters`);
}

function measureNarrow(page, view, body) {
	const width = page.documentElement.scrollWidth;

	check(width <= 390, `${width} pixels wide`);
	if (body)
		check(parseFloat(view.getComputedStyle(body).fontSize) >= 16,
			'small text');
	for (const p of page.querySelectorAll('p,figcaption,h1,h2,h3,h4,h5')) {
		const size = parseFloat(view.getComputedStyle(p).fontSize);
		check(size >= 14, `${size} pixels: ${p.textContent.slice(0, 9)}`);
	}
}

window.onload = () => {
	const frames = document.querySelectorAll('iframe');

	for (const frame of frames) {
		name = frame.name;
		wide = frame.width === '1280';
		standard = frame.className === 'standard';
		measure(frame);
	}
	lines.push(`${frames.length} frames measured`);
	document.getElementById('said').textContent = lines.join('\n');
};
