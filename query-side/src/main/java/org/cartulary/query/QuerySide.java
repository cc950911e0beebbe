package org.cartulary.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** All of the query side, for an application that wants to answer reads. It needs a data source, and nothing else. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySide {}
