package dev.penstock.store;

/**
 * What refers to contents of a store from outside, of one kind.
 *
 * @param kind for people, such as "runs recorded in /home/ada/.penstock/runs"
 * @param count how many of this kind there are
 */
public record Roots(String kind, long count, Mentions mentions) {}
