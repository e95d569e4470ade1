/* batchturns: what the processes of a batch share */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/mman.h>

#include "batchturns.h"
#include "die.h"

enum { STRETCH = 16 };

struct batchturns {
	pthread_mutex_t lock;
	pthread_cond_t turned;
	size_t n, size, turn;
	atomic_size_t next, done;
	struct batchcount count;
	unsigned char states[];
};

struct batchturns *
batchturns_new(size_t n)
{
	size_t size = sizeof(struct batchturns) + n;
	struct batchturns *t = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pthread_mutexattr_t lock;
	pthread_condattr_t turned;

	if (t == MAP_FAILED)
		die_errno("cannot share memory");
	t->n = n;
	t->size = size;
	pthread_mutexattr_init(&lock);
	pthread_condattr_init(&turned);
	if (pthread_mutexattr_setpshared(&lock, PTHREAD_PROCESS_SHARED) != 0 ||
	    pthread_condattr_setpshared(&turned, PTHREAD_PROCESS_SHARED) != 0 ||
	    pthread_mutex_init(&t->lock, &lock) != 0 ||
	    pthread_cond_init(&t->turned, &turned) != 0)
		die("processes cannot share a lock on this system");
	pthread_mutexattr_destroy(&lock);
	pthread_condattr_destroy(&turned);
	return t;
}

size_t
batchturns_take(struct batchturns *t, size_t *from, size_t *to)
{
	size_t stretch = atomic_fetch_add(&t->next, 1);

	*from = stretch * STRETCH;
	if (*from >= t->n)
		return (size_t)-1;
	*to = *from + STRETCH < t->n ? *from + STRETCH : t->n;
	return stretch;
}

bool
batchturns_begin(struct batchturns *t, size_t stretch, bool wait)
{
	pthread_mutex_lock(&t->lock);
	while (t->turn != stretch && wait)
		pthread_cond_wait(&t->turned, &t->lock);
	if (t->turn == stretch)
		return true;
	pthread_mutex_unlock(&t->lock);
	return false;
}

void
batchturns_end(struct batchturns *t)
{
	t->turn++;
	pthread_cond_broadcast(&t->turned);
	pthread_mutex_unlock(&t->lock);
}

struct batchcount *
batchturns_count(struct batchturns *t)
{
	return &t->count;
}

void
batchturns_note(struct batchturns *t, size_t item, enum batchstate s)
{
	t->states[item] = (unsigned char)s;
	atomic_fetch_add(&t->done, 1);
}

enum batchstate
batchturns_state(const struct batchturns *t, size_t item)
{
	return (enum batchstate)t->states[item];
}

size_t
batchturns_done(const struct batchturns *t)
{
	return atomic_load(&((struct batchturns *)t)->done);
}

void
batchturns_free(struct batchturns *t)
{
	munmap(t, t->size);
}
