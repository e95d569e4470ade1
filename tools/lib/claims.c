/* claims: how many things a text says it lists, against the list */
#include <stdlib.h>

#include "claimintro.h"
#include "claimread.h"
#include "claims.h"
#include "die.h"
#include "enumeration.h"
#include "headingmark.h"
#include "ordinal.h"
#include "series.h"

enum { COLON = 0xFF1A, STOP = 0x3002, COMMA = 0xFF0C, SEMICOLON = 0xFF1B };

static const struct rule rules[] = {
	{ "count", "项数", LEVEL_WARNING,
	    "四项 or 三个方面 where the list has more or fewer", false },
};

/* Headings that a paragraph announces: 以下三项工作：1. 2. 3. */
struct group {
	struct claimintro intro;
	size_t count;
	bool faulty; /* its numbers have gaps */
};

/* A claim before a colon, and what stands behind that. */
struct colon {
	bool open;
	struct claim claim;
	size_t from; /* behind the colon */
	size_t commas, semicolons, heads; /* heads: of “四个坚持”, 坚持 */
};

struct claims {
	const struct proofing *p;
	const struct rule *rule;
	struct enumeration *enumeration;
	struct claimintro *intros; /* of lists, by tag */
	size_t intros_n;
	struct claimintro before; /* at the end of the paragraph before */
	struct group groups[5]; /* by level */
	size_t last_list; /* where the paragraph's last list begins */
};

static void
tell(struct claims *s, struct spot spot, size_t value, size_t count)
{
	findings_add(s->p->findings, spot, s->rule,
	    "the text says %zu, but the list has %zu: correct the number or "
	    "the list",
	    value, count);
}

static void
compare(struct claims *s, const struct claimintro *c, size_t count)
{
	if (c->n == 1 && count > 1 && c->value != count)
		tell(s, c->spot, c->value, count);
}

static size_t
opened(void *ctx, const struct prose *p, const struct listitem *it)
{
	struct claims *s = ctx;
	struct claimintro c = s->before;

	s->last_list = it->from;
	if (it->from > p->start)
		claimintro_read(p, it->from, &c);
	if (c.n == 0)
		return 0;
	s->intros = mem_more(s->intros, s->intros_n, sizeof(*s->intros));
	s->intros[s->intros_n++] = c;
	return s->intros_n;
}

static void
ended(void *ctx, const struct enumeration_list *l)
{
	struct claims *s = ctx;

	if (l->tag != 0 && !l->faulty)
		compare(s, &s->intros[l->tag - 1], l->items);
}

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct claims *s = mem_alloc(sizeof(*s));
	struct enumeration_taker taker = { s, opened, ended, NULL };

	*s = (struct claims){
		.p = p, .rule = own, .enumeration = enumeration_new(&taker)
	};
	return s;
}

/* Words before a number that is not that of the things before it: 建成三个. */
static const struct str verbs =
    STR("的 了 有 为 是 达 各 中 内 里 上 下 建成 新建 办理 开展 完成 组织 "
	"召开 举办 制定 出台 推出 设立 成立 实施 落实 推进 解决 收集 征集 "
	"梳理 化解 协调 争取 获得 荣获 取得 查处 整改 发现 提出 确定 明确 "
	"形成 建立 打造 培育 创建 申报 新增 引进 签约 开工 竣工 投产 达成 "
	"选派 抽调 配备 分为 分成 包括 涉及 做到 实现 进行 印发 编制 制作 "
	"设置 分别 安排 通过 坚持 突出 抓好 抓实 做好 聚焦 围绕 增设 反馈 "
	"共有 建设 检查 培训 走访 慰问 发放 修订 签订 奖项 荣誉 称号");

/* Things that verbs may be the names of. */
static const struct str ways =
    STR("方式 方法 形式 环节 步骤 途径 渠道 手段 程序 阶段 流程");

/* Says whether a series without 等 is plainly one that the claim counts. */
static bool
is_plain(const struct series *r, const struct prose *p, const struct claim *c,
    size_t end)
{
	size_t last, longest = series_longest(r, p, end, &last);
	uint32_t next = p->c[c->end];
	bool alike = series_is_alike(r, p, end, 1) && last < 12;

	if (last > longest && !alike)
		return false;
	/* 发放问卷、实地走访四种方式: what is done in ways is a way itself */
	if (claimread_before(p, end, verbs) &&
	    !(claimread_is(p, c, ways) && last > 3 && last <= longest))
		return false;
	if ((!c->chinese && longest > (c->people ? 4 : 6)) ||
	    series_counts(r, p))
		return false;
	/* a thing must follow: 四项任务, 三名同志; or be the unit */
	return c->names || (next >= 0x4E00 && next < 0xA000 && next != 0x7684);
}

/* Compares a claim with a series in quotation marks: “学、查、改”三个环节. */
static void
check_quoted(struct claims *s, const struct prose *p, const struct series *r,
    const struct claim *c)
{
	if (p->c[c->from - 1] == 0x201D && c->names &&
	    c->value != r->inside + 1)
		tell(
		    s, prose_spot(p, c->from, c->end), c->value, r->inside + 1);
}

/* Compares 任务清单、责任清单“四张清单” with the series before it, the things
 * of which are what is counted. */
static void
check_called(struct claims *s, const struct prose *p, const struct series *r,
    const struct claim *c)
{
	size_t name = c->end, end = c->from - 1, least, most;

	while (name < p->end && name - c->end < 5 && p->c[name] != 0x201D)
		name++;
	if (p->c[name] != 0x201D || name == c->end || r->inside != 0 ||
	    end <= r->start)
		return;
	series_count(r, p, end, &least, &most);
	for (most = 1; most < name - c->end; most++)
		if (p->c[end - most] != p->c[name - most])
			return;
	if (series_is_alike(r, p, end, name - c->end) && c->value != least)
		tell(s, prose_spot(p, c->from, c->end), c->value, least);
}

/* Compares a claim with the series before it: A、B、C等四项, A、B、C三项. */
static void
check_series(struct claims *s, const struct prose *p, const struct series *r,
    const struct claim *c)
{
	bool more = claimread_before(p, c->from, STR("等 等共 在内的 等共计"));
	/* far more than the series has is of another matter: 优化审批、监管12项
	 */
	size_t end = c->from, few = c->chinese ? 3 : 2, least, most;

	if (r->n == 0 && r->nest == 0 && r->inside > 0)
		check_quoted(s, p, r, c);
	if (r->nest == 1 && r->n > 0 && r->n < SERIES_ROOM &&
	    p->c[c->from - 1] == 0x201C)
		check_called(s, p, r, c);
	if (r->n == 0 || r->n == SERIES_ROOM || r->nest != 0)
		return;
	if (more)
		end -= claimread_before(p, c->from, STR("等共 在内的")) ? 2
		       : claimread_before(p, c->from, STR("等共计"))    ? 3
									: 1;
	else if (claimread_before(p, c->from, STR("这 共")))
		end--;
	if (end <= r->seps[r->n - 1] + 1)
		return;
	series_count(r, p, end, &least, &most);
	if (!more && !is_plain(r, p, c, end))
		return;
	if (least > c->value &&
	    !series_may_start_later(r, end, r->n + 1 - c->value))
		tell(s, prose_spot(p, c->from, c->end), c->value, least);
	else if (!more && most < c->value && c->value - most < few)
		tell(s, prose_spot(p, c->from, c->end), c->value, most);
}

/* The word that each thing begins with in “四个坚持”：坚持……, 三个带头：带头……
 */
static size_t
head_of(const struct prose *p, const struct claim *c, size_t *from)
{
	size_t n = 0;

	*from = c->end + (p->c[c->end] == 0x201C);
	while (n < 5 && p->c[*from + n] >= 0x4E00 && p->c[*from + n] < 0xA000)
		n++;
	if (n < 2 || n == 5)
		return 0;
	return p->c[*from + n] == 0x201D || p->c[*from + n] == COLON ? n : 0;
}

static bool
is_head(const struct prose *p, const struct claim *c, size_t at)
{
	size_t from, n = head_of(p, c, &from), i;

	for (i = 0; i < n && p->c[at + i] == p->c[from + i]; i++)
		;
	return n != 0 && i == n;
}

/* Compares a claim with what stands behind its colon, up to a full stop. */
static void
check_colon(struct claims *s, const struct prose *p, const struct series *r,
    struct colon *k, size_t end)
{
	struct spot spot = prose_spot(p, k->claim.from, k->claim.end);
	size_t value = k->claim.value, least, most, last, longest;
	bool more = claimread_before(p, end, STR("等 等等"));

	k->open = false;
	if (s->last_list != (size_t)-1 && s->last_list >= k->from)
		return;
	if (k->heads > 1) {
		if (k->heads != value)
			tell(s, spot, value, k->heads);
		return;
	}
	if (k->semicolons > 0) {
		if (k->semicolons + 1 > value)
			tell(s, spot, value, k->semicolons + 1);
		return;
	}
	if (k->commas > 0 || r->n == 0 || r->n == SERIES_ROOM || r->nest > 0)
		return;
	series_count(r, p, end, &least, &most);
	longest = series_longest(r, p, end, &last);
	if (last > 2 * longest + 2)
		return;
	if (least > value && !series_may_start_later(r, end, r->n + 1 - value))
		tell(s, spot, value, least);
	else if (!more && most < value)
		tell(s, spot, value, most);
}

static void
begin_colon(
    struct colon *k, const struct prose *p, const struct claim *c, size_t from)
{
	if (from > p->end)
		return;
	*k = (struct colon){ .open = true, .claim = *c, .from = from };
	/* items with numbers of their own are no series */
	if (p->c[from] < 0x2000 || p->c[from] == 0xFF08)
		k->open = false;
	else
		k->heads = is_head(p, c, from);
}

/* Begins what stands behind a claim's colon, or ，即 or ，分别是, or the first
 * of “四个坚持”，坚持……. */
static void
begin_behind(
    struct colon *k, const struct prose *p, const struct claim *c, size_t i)
{
	if (p->c[i] == COMMA && p->c[i + 1] == 0x5373) /* 即 */
		begin_colon(k, p, c, i + 2);
	else if (p->c[i] == COMMA && p->c[i + 1] == 0x5206 &&
		 p->c[i + 2] == 0x522B) /* 分别 */
		begin_colon(k, p, c, i + 4);
	else if (p->c[i] == COLON || (p->c[i] == COMMA && is_head(p, c, i + 1)))
		begin_colon(k, p, c, i + 1);
}

/* Goes over a paragraph for claims that stand beside their list. */
static void
scan(struct claims *s, const struct prose *p)
{
	struct series r = { .start = p->kind == PROSE_HEADING ? p->number_end
							      : p->start };
	struct colon k = { .open = false };
	struct claim c, last = { 0 };
	size_t i;

	for (i = r.start; i < p->end; i++) {
		uint32_t ch = p->c[i];

		if (k.open && (ch == STOP || i + 1 == p->end)) {
			check_colon(s, p, &r, &k, i + (ch != STOP));
		} else if (k.open) {
			k.commas += ch == COMMA;
			k.semicolons += ch == SEMICOLON;
			k.heads +=
			    (ch == COMMA || ch == SEMICOLON || ch == 0x3001) &&
			    is_head(p, &k.claim, i + 1);
		}
		if (ordinal_part(ch) && claimread(p, i, &c)) {
			check_series(s, p, &r, &c);
			last = c;
			i = c.end - 1;
			continue;
		}
		if (!series_step(&r, p, i))
			continue;
		if (last.value != 0 && i < last.end + 12)
			begin_behind(&k, p, &last, i);
		last.value = 0;
	}
}

/* Ends the groups of headings from a level down. */
static void
end_groups(struct claims *s, int level)
{
	for (; level < 5; level++) {
		struct group *g = &s->groups[level];

		if (g->count > 0 && !g->faulty)
			compare(s, &g->intro, g->count);
		*g = (struct group){ 0 };
	}
}

static void
take_heading(struct claims *s, const struct headingmark *h)
{
	struct group *g = &s->groups[h->level];

	end_groups(s, h->level + 1);
	if (s->before.n != 0 && s->before.colon && h->value < 2) {
		end_groups(s, h->level);
		g->intro = s->before;
	}
	if (g->intro.n == 0)
		return;
	g->count++;
	g->faulty = g->faulty || (h->value != 0 && h->value != g->count);
}

static void
take(void *ctx, const struct prose *p)
{
	struct claims *s = ctx;
	struct headingmark h;

	s->last_list = (size_t)-1;
	if (p->kind == PROSE_TITLE)
		end_groups(s, 1);
	else if (headingmark_read(p, &h))
		take_heading(s, &h);
	enumeration_take(s->enumeration, p);
	if (p->kind == PROSE_TEXT || p->kind == PROSE_HEADING) {
		scan(s, p);
		claimintro_read(p, p->end, &s->before);
	} else if (p->kind == PROSE_FOOTNOTE) {
		scan(s, p);
	}
}

static void
end(void *ctx)
{
	struct claims *s = ctx;

	end_groups(s, 1);
	enumeration_end(s->enumeration);
	free(s->intros);
	free(s);
}

const struct family family_claims = { rules, 1, start, take, end };
