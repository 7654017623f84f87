package io.earnout.batch;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.LogManager;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The job repository in a PostgreSQL database, which several machines can share. It is set up by Spring Boot's properties
 * {@code spring.datasource.*}, for which {@code application.properties} has defaults, and
 * {@code spring.batch.jdbc.initialize-schema}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class PostgreSqlRepository {

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource connections(DataSourceProperties properties) {
        // else the driver would write its log on the console
        LogManager.getLogManager().reset();
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    @Bean
    PostgreSqlLock repositoryLock(
            @Qualifier("connections") DataSource connections,
            @Value("${spring.batch.jdbc.initialize-schema:always}") String initializeSchema)
            throws SQLException, OtherRunAtWork {
        return PostgreSqlLock.take(connections, !initializeSchema.equals("never"));
    }

    /** A run that has lost the lock gets no connection: the rows in the tables may belong to another machine by now. */
    @Bean
    DataSource dataSource(@Qualifier("connections") DataSource connections, PostgreSqlLock lock) {
        return new DelegatingDataSource(connections) {
            @Override
            public Connection getConnection() throws SQLException {
                lock.proveStillHeld();
                return super.getConnection();
            }
        };
    }
}
